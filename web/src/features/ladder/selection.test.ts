import { expect, test } from "vitest";
import type { Rung } from "../../model/rungs";
import { anchor, selected } from "./selection";

const all: Rung[] = Array.from({ length: 101 }, (_, place) => {
  const strike = 6500 - 5 * place;
  return { key: `SPXW ${String(strike)}`, root: "SPXW", strike, call: 2 * place, put: 2 * place + 1 };
});
const strikes = (rungs: readonly Rung[]) => rungs.map(({ strike }) => strike);

test("so many strikes on each side of the middle one, or all, or those in view", () => {
  const ten = strikes(selected(all, "10", new Set(), 6250));
  expect([ten.length, ten[0], ten.at(-1)]).toEqual([21, 6300, 6200]);
  expect(selected(all, "20", new Set(), 6495)).toHaveLength(22);
  expect(selected(all, "all", new Set(), 6250)).toBe(all);
  expect(selected(all, "10", new Set(), null)).toBe(all);
  expect(strikes(selected(all, "view", new Set([2, 5]), 6250))).toEqual([6495, 6490]);
});

test("a strike with two series counts once", () => {
  const twice = all.flatMap((rung) => [rung, { ...rung, key: `SPX ${String(rung.strike)}` }]);

  expect(selected(twice, "10", new Set(), 6250)).toHaveLength(42);
});

test("the middle stays until the spot has gone half the way to the edge", () => {
  const start = anchor(null, all, 6251, 10);
  expect(start).toBe(6250);
  expect(anchor(start, all, 6274, 10)).toBe(6250);
  expect(anchor(start, all, 6281, 10)).toBe(6280);
  expect(anchor(start, all, null, 10)).toBe(6250);
});
