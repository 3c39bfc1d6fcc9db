import { expect, test } from "vitest";
import {
  fullLimitOf,
  isSigned,
  legendPlaces,
  limitOf,
  position,
  quantile,
  roundUp,
  valueAt,
} from "./scale";

const hundred = Array.from({ length: 100 }, (_, place) => (place % 2 === 0 ? 1 : -1) * (place + 1));

test("a quantile is the size that a share of the values do not exceed", () => {
  expect(quantile(hundred, 0.98)).toBe(98);
  expect(quantile(hundred, 0.5)).toBe(50);
  expect(quantile(hundred, 1)).toBe(100);
  expect(quantile([-7], 0.98)).toBe(7);
  expect(quantile([], 0.98)).toBe(0);
});

test("the scale ends at 1, 2 or 5 times a power of ten", () => {
  expect([0, 1, 1.1, 2, 3, 5, 6, 10, 11, 98, 480_000, 500_001].map((value) => roundUp(value))).toEqual([
    1, 1, 2, 2, 5, 5, 10, 10, 20, 100, 500_000, 1_000_000,
  ]);
});

test("the scale grows and never shrinks", () => {
  expect(limitOf(hundred, null)).toBe(100);
  expect(limitOf([3], 100)).toBe(100);
  expect(limitOf([300], 100)).toBe(500);
});

test("one value far above the others does not flatten them, where all of them matter it does", () => {
  const withGiant = [...hundred, 1e9];

  expect(limitOf(withGiant, null)).toBe(100);
  expect(fullLimitOf(withGiant, null)).toBe(1e9);
  expect(fullLimitOf([-1.3e6], null)).toBe(1.5e6);
});

test("zero stands in the middle, the limit and all beyond at the end", () => {
  expect(position(0, 100)).toBe(0);
  expect(position(100, 100)).toBe(1);
  expect(position(-1e6, 100)).toBe(-1);
  expect(position(25, 100)).toBe(0.5);
});

test("the value at a position is the one that stands there", () => {
  for (const value of [-100, -25, -1, 0, 4, 81]) {
    expect(valueAt(position(value, 100), 100)).toBeCloseTo(value, 9);
  }
});

test("what has two directions has a legend with both", () => {
  expect(legendPlaces("net_premium")).toContain(-1);
  expect(legendPlaces("volume")).not.toContain(-1);
  expect(isSigned("delta_flow")).toBe(true);
  expect(isSigned("premium")).toBe(false);
});
