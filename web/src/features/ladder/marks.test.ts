import { expect, test } from "vitest";
import { apply, type Flow } from "../../model/flow";
import { rows, snapshot } from "../../model/samples";
import { bracketAt, dayRange, expectedSpan, holds } from "./marks";

test("the day's range goes from the lowest to the highest spot known", () => {
  expect(dayRange({ history: { spot: [6001, null, 5990] }, open: 6010, spot: 6002 })).toEqual({
    low: 5990,
    high: 6010,
  });
  expect(dayRange({ history: { spot: [] }, open: null, spot: 6002 })).toEqual({
    low: 6002,
    high: 6002,
  });
  expect(dayRange({ history: { spot: [null] }, open: null, spot: null })).toBeNull();
});

test("the expected move is that either way of the spot", () => {
  const quotes = rows([2, 3], { bid: [4, 4], ask: [4.5, 4.5] });
  const flow = apply(null, snapshot({ rows: quotes, view: [2, 3], spot: 6001.5 })) as Flow;
  const span = expectedSpan(flow);

  expect(span?.low).toBeCloseTo(6001.5 - 8.5, 9);
  expect(span?.high).toBeCloseTo(6001.5 + 8.5, 9);
  expect(expectedSpan({ ...flow, spot: null })).toBeNull();
  expect(expectedSpan({ ...flow, inView: new Set() })).toBeNull();
});

test("a span holds its ends", () => {
  const span = { low: 5990, high: 6010 };

  expect([5989, 5990, 6000, 6010, 6011].map((strike) => holds(span, strike))).toEqual([
    ...[false, true, true, true, false],
  ]);
  expect(holds(null, 6000)).toBe(false);
});

test("a bracket opens at the first strike of a span and closes at the last", () => {
  const strikes = [6020, 6010, 6000, 5990, 5980];
  const parts = (low: number, high: number) =>
    strikes.map((_, place) => bracketAt({ low, high }, strikes, place));

  expect(parts(5990, 6012)).toEqual([null, "top", "side", "bottom", null]);
  expect(parts(5995, 6005)).toEqual([null, null, "both", null, null]);
  expect(parts(5900, 6100)).toEqual(["top", "side", "side", "side", "bottom"]);
  expect(bracketAt(null, strikes, 2)).toBeNull();
});
