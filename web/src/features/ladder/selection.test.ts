import { expect, test } from "vitest";
import type { Contract } from "../../model/flow";
import type { Rung } from "../../model/rungs";
import { anchor, grownWatched, selected } from "./selection";

const all: Rung[] = Array.from({ length: 101 }, (_, place) => {
  const strike = 6500 - 5 * place;
  return { key: `SPXW ${String(strike)}`, root: "SPXW", strike, call: 2 * place, put: 2 * place + 1 };
});
const strikes = (rungs: readonly Rung[]) => rungs.map(({ strike }) => strike);

const known = { inView: new Set([2, 5]), watched: new Set([2, 5, 200]), middle: 6250 };

test("so many strikes on each side of the middle one, or all, or those in view or watched", () => {
  const ten = strikes(selected(all, "10", known));
  expect([ten.length, ten[0], ten.at(-1)]).toEqual([21, 6300, 6200]);
  expect(selected(all, "20", { ...known, middle: 6495 })).toHaveLength(22);
  expect(selected(all, "all", known)).toBe(all);
  expect(selected(all, "10", { ...known, middle: null })).toBe(all);
  expect(strikes(selected(all, "view", known))).toEqual([6495, 6490]);
  expect(strikes(selected(all, "watched", known))).toEqual([6495, 6490, 6000]);
  expect(selected(all, "watched", { ...known, watched: new Set(all.map(({ call }) => call ?? 0)) })).toBe(all);
});

test("those are watched whose volume is known, and the set stays while none comes new", () => {
  const of = (id: number, volume: number | null): Contract => ({
    ...{ id, ticker: String(id), strike: 6000, right: "C" },
    values: { volume },
  });
  const first = grownWatched(null, [of(1, 0), of(2, null), of(3, 7)]);
  expect([...first]).toEqual([1, 3]);
  expect(grownWatched(first, [of(1, 4), of(2, null), of(3, 9)])).toBe(first);
  expect([...grownWatched(first, [of(1, 4), of(2, 0), of(3, 9)])]).toEqual([1, 2, 3]);
});

test("a strike with two series counts once", () => {
  const twice = all.flatMap((rung) => [rung, { ...rung, key: `SPX ${String(rung.strike)}` }]);

  expect(selected(twice, "10", known)).toHaveLength(42);
});

test("the middle stays until the spot has gone half the way to the edge", () => {
  const start = anchor(null, all, 6251, 10);
  expect(start).toBe(6250);
  expect(anchor(start, all, 6274, 10)).toBe(6250);
  expect(anchor(start, all, 6281, 10)).toBe(6280);
  expect(anchor(start, all, null, 10)).toBe(6250);
});
