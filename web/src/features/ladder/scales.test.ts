import { expect, test } from "vitest";
import type { Contract } from "../../model/flow";
import { barShare, grownScales } from "./scales";

function traded(...volumes: number[]): Contract[] {
  return volumes.map((volume, id) => ({
    id,
    ticker: `C${String(id)}`,
    strike: id,
    right: "C",
    values: { volume, premium: 100 * volume },
  }));
}

test("a full bar holds nearly all contracts, in round steps", () => {
  expect(grownScales(null, traded(3, 140))).toEqual({ volume: 200, premium: 20_000 });
  expect(grownScales(null, traded(500))).toEqual({ volume: 500, premium: 50_000 });
  expect(grownScales(null, traded(501))).toEqual({ volume: 1000, premium: 100_000 });
  expect(grownScales(null, traded(0, 0))).toEqual({ volume: 1, premium: 1 });
});

test("one outlier among a hundred does not shorten all other bars", () => {
  const many = Array.from({ length: 99 }, () => 90);

  expect(grownScales(null, traded(...many, 1_000_000)).volume).toBe(100);
});

test("scales never shrink, and stay the very same where nothing grew", () => {
  const before = grownScales(null, traded(140));

  expect(grownScales(before, traded(10))).toBe(before);
  expect(grownScales(before, traded(300)).volume).toBe(500);
});

test("a bar's length goes by the square root and ends at the cell's end", () => {
  expect(barShare(50, 200)).toBe(0.5);
  expect(barShare(2, 200)).toBe(0.1);
  expect(barShare(900, 200)).toBe(1);
  expect(barShare(0, 200)).toBeNull();
  expect(barShare(null, 200)).toBeNull();
});
