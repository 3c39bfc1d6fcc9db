import { expect, test } from "vitest";
import {
  nearest,
  neededRange,
  parseRange,
  printRange,
  scrolled,
  strikesIn,
  zoomed,
} from "./strikeRange";

/** 5800, 5805, … 6200. */
const strikes = Array.from({ length: 81 }, (_, place) => 5800 + 5 * place);

const premium = (...pairs: [number, number][]) => new Map(pairs);

test("the range reaches from the spot to nearly all of the premium", () => {
  const range = neededRange(strikes, premium([6000, 900], [6100, 95], [6200, 5]), 6001, null);

  expect(range).toEqual({ low: 5900, high: 6100 });
});

test("it holds some strikes even where all premium is at one", () => {
  expect(neededRange(strikes, premium([6000, 1]), 6000, null)).toEqual({ low: 5950, high: 6050 });
  expect(neededRange(strikes, premium(), 6000, null)).toEqual({ low: 5950, high: 6050 });
});

test("it stands still while the spot moves a little, and grows when it must", () => {
  const range = neededRange(strikes, premium(), 6000, null);

  expect(neededRange(strikes, premium(), 6002, range)).toBe(range);
  expect(neededRange(strikes, premium(), 6006, range)).toEqual({ low: 5950, high: 6075 });
});

test("it ends where the strikes end", () => {
  expect(neededRange(strikes, premium(), 5801, null)).toEqual({ low: 5800, high: 5850 });
  expect(neededRange(strikes, premium([6000, 1]), 6200, null)?.high).toBe(6200);
});

test("without a spot or strikes nothing is known", () => {
  expect(neededRange([], premium(), 6000, null)).toBeNull();
  expect(neededRange(strikes, premium(), null, null)).toBeNull();
});

test("scrolling keeps the size and stops at the ends", () => {
  const range = { low: 5950, high: 6050 };

  expect(scrolled(strikes, range, 3)).toEqual({ low: 5965, high: 6065 });
  expect(scrolled(strikes, range, 500)).toEqual({ low: 6100, high: 6200 });
  expect(scrolled(strikes, range, -500)).toEqual({ low: 5800, high: 5900 });
});

test("zooming keeps the middle, and at least five strikes", () => {
  const range = { low: 5950, high: 6050 };

  expect(zoomed(strikes, range, -5)).toEqual({ low: 5975, high: 6025 });
  expect(zoomed(strikes, range, 5)).toEqual({ low: 5925, high: 6075 });
  expect(strikesIn(strikes, zoomed(strikes, range, -50))).toHaveLength(5);
  expect(zoomed(strikes, range, 500)).toEqual({ low: 5800, high: 6200 });
});

test("the strike nearest to a price is found", () => {
  expect(strikes[nearest(strikes, 6002.4)]).toBe(6000);
  expect(strikes[nearest(strikes, 6002.6)]).toBe(6005);
});

test("a range in the address is read as it was printed", () => {
  expect(parseRange(printRange({ low: 5950, high: 6050 }))).toEqual({ low: 5950, high: 6050 });
  expect(parseRange(printRange({ low: 650.5, high: 660 }))).toEqual({ low: 650.5, high: 660 });
  for (const wrong of [undefined, "", "6000", "6050-5950", "a-b", "1-2-3"]) {
    expect(parseRange(wrong)).toBeNull();
  }
});
