import { expect, test } from "vitest";
import type { Contract } from "../../model/flow";
import { aMinuteBefore, recentVolume, watched, type Ring, type Watched } from "./recent";

function state(second: number, volume: number): Watched {
  const call: Contract = { id: 1, ticker: "C", strike: 6600, right: "C", values: { volume } };
  return {
    asOf: new Date(Date.parse("2026-11-20T15:00:00Z") + 1000 * second).toISOString(),
    contracts: new Map([[1, call]]),
  };
}

function watch(states: readonly Watched[]): Ring {
  return states.reduce<Ring>(watched, []);
}

function recent(ring: Ring, now: Watched) {
  return recentVolume(now.contracts.get(1) ?? null, aMinuteBefore(ring, now.asOf));
}

test("the last minute's volume is known after a minute of watching", () => {
  const states = [0, 15, 30, 45, 60, 75].map((second) => state(second, 10 * second));
  const ring = watch(states);

  expect(recent(ring, state(45, 450))).toBeNull();
  expect(recent(ring, state(60, 600))).toBe(600);
  expect(recent(ring, state(75, 750))).toBe(600);
});

test("a jump forward or back makes it unknown again", () => {
  const ring = watch([state(0, 0), state(60, 600), state(3600, 9000)]);
  expect(recent(ring, state(3600, 9000))).toBeNull();

  const back = watched(ring, state(30, 300));
  expect(back).toHaveLength(1);
  expect(recent(back, state(30, 300))).toBeNull();
});

test("a contract that was not listed a minute ago had not traded", () => {
  const call: Contract = { id: 2, ticker: "C", strike: 6605, right: "C", values: { volume: 7 } };

  expect(recentVolume(call, state(0, 5).contracts)).toBe(7);
  expect(recentVolume({ ...call, values: { volume: null } }, state(0, 5).contracts)).toBeNull();
});

test("frames a moment apart are kept once, and old ones not at all", () => {
  const ring = watch([state(0, 0), state(1, 1), state(2, 2)]);
  expect(ring).toHaveLength(2);
  expect(watched(ring, state(3, 3))).toBe(ring);
  expect(watched(ring, state(92, 9))).toHaveLength(2);
});
