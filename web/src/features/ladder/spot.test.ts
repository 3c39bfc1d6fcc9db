import { expect, test } from "vitest";
import { nearest, spotPlace } from "./spot";

test("the spot stands where its price is between two strikes", () => {
  expect(spotPlace([6610, 6605, 6600], 6602.5)).toBe(2);
  expect(spotPlace([6610, 6605, 6600], 6601)).toBeCloseTo(2.3);
  expect(spotPlace([6610, 6605, 6600], 6605)).toBe(1.5);
  expect(spotPlace([6600, 6605, 6610], 6601)).toBeCloseTo(0.7);
});

test("beyond the strikes it stands at their end", () => {
  expect(spotPlace([6610, 6605], 6700)).toBe(0);
  expect(spotPlace([6610, 6605], 6500)).toBe(2);
  expect(spotPlace([6610, 6605], null)).toBeNull();
  expect(spotPlace([], 6600)).toBeNull();
});

test("two series at one strike lie on the same side of it", () => {
  const strikes = [6605, 6605, 6600, 6600];

  expect(spotPlace(strikes, 6601)).toBeCloseTo(2.3);
  expect(spotPlace(strikes, 6605)).toBe(1);
  expect(spotPlace(strikes, 6600)).toBe(3);
});

test("uneven steps are no matter", () => {
  expect(spotPlace([6700, 6650, 6645], 6675)).toBe(1);
});

test("the nearest strike is at the money", () => {
  expect(nearest([6610, 6605, 6600], 6602.4)).toBe(6600);
  expect(nearest([6610, 6605, 6600], 6602.6)).toBe(6605);
  expect(nearest([6605, 6600], 6602.5)).toBe(6605);
  expect(nearest([], 6600)).toBeNull();
});
