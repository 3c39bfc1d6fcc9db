import { expect, test } from "vitest";
import { steadyRange } from "./steadyRange";

test("the range holds the values and ends on round numbers", () => {
  expect(steadyRange([0, 3_200_000, -900_000], null, 1000)).toEqual([-2_000_000, 4_000_000]);
  expect(steadyRange([6001.25, 6010.5], null, 5)).toEqual([6000, 6015]);
});

test("it stays as it is while it still holds them", () => {
  const range = steadyRange([0, 100], null, 10);

  expect(steadyRange([20, 90], range, 10)).toBe(range);
});

test("it grows on the side that was outgrown and never shrinks", () => {
  const range = steadyRange([0, 100], null, 10);
  const grown = steadyRange([0, 500], range, 10);

  expect(grown?.[0]).toBeLessThanOrEqual(range?.[0] ?? 0);
  expect(grown?.[1]).toBeGreaterThanOrEqual(500);
  expect(steadyRange([50], grown, 10)).toBe(grown);
});

test("a day's slow rise moves it a few times only", () => {
  let range = steadyRange([0], null, 1000);
  let changes = 0;
  for (let minute = 1; minute <= 390; minute += 1) {
    const next = steadyRange([0, minute * 100_000], range, 1000);
    changes += next === range ? 0 : 1;
    range = next;
  }
  expect(changes).toBeLessThan(25);
});

test("what hardly moves is not blown up", () => {
  const [low = 0, high = 0] = steadyRange([6000, 6000.01], null, 10) ?? [];

  expect(high - low).toBeGreaterThanOrEqual(10);
});

test("without values it is not known, and gaps count for nothing", () => {
  expect(steadyRange([], null, 1)).toBeNull();
  expect(steadyRange([null], null, 1)).toBeNull();
  expect(steadyRange([null], [0, 1], 1)).toEqual([0, 1]);
});
