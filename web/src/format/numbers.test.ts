import { expect, test } from "vitest";
import {
  age,
  bytes,
  count,
  countdown,
  daysAndHours,
  delta,
  dollars,
  exactCount,
  exactDollars,
  percent,
  price,
  ratio,
  rounded,
  share,
  shortAge,
  signed,
  signedDollars,
  signedPercent,
  signedPrice,
} from "./numbers";

test("what is unknown is a dash and zero is zero", () => {
  for (const format of [
    ...[count, dollars, signedDollars, price, percent, delta, ratio],
    ...[signedPrice, signedPercent, share],
  ]) {
    expect(format(null)).toBe("–");
    expect(format(undefined)).toBe("–");
    expect(format(0)).not.toBe("–");
  }
  expect(count(0)).toBe("0");
  expect(dollars(0)).toBe("$0");
  expect(signedDollars(0)).toBe("$0");
  expect(delta(0)).toBe(".00");
});

test("counts are whole below ten thousand and short above", () => {
  expect(count(7)).toBe("7");
  expect(count(9_999)).toBe("9,999");
  expect(count(12_400)).toBe("12.4K");
  expect(count(1_920_000)).toBe("1.92M");
});

test("dollars have three digits and nets their sign", () => {
  expect(dollars(950)).toBe("$950");
  expect(dollars(980_000)).toBe("$980K");
  expect(dollars(41_200_000)).toBe("$41.2M");
  expect(dollars(1_240_000_000)).toBe("$1.24B");
  expect(signedDollars(41_200_000)).toBe("+$41.2M");
  expect(signedDollars(-18_700_000)).toBe("−$18.7M");
});

test("where there is room, numbers are told to the last digit", () => {
  expect(exactDollars(41_200_317)).toBe("$41,200,317");
  expect(signed(exactDollars)(41_200_317)).toBe("+$41,200,317");
  expect(signed(exactDollars)(-5)).toBe("−$5");
  expect(exactCount(12_400)).toBe("12,400");
  expect(signed(count)(12_400)).toBe("+12.4K");
  expect(signed(count)(-12_400)).toBe("−12.4K");
  expect(signed(exactCount)(0)).toBe("0");
  expect(exactDollars(null)).toBe("–");
  expect(signed(exactCount)(null)).toBe("–");
});

test("axes leave decimals out that say nothing", () => {
  expect(rounded(signedDollars)(-1_000_000)).toBe("−$1M");
  expect(rounded(signedDollars)(1_500_000)).toBe("+$1.50M");
  expect(rounded(dollars)(100)).toBe("$100");
  expect(rounded(price)(6600)).toBe("6,600");
  expect(rounded(price)(6602.5)).toBe("6,602.50");
});

test("rounding never shows a thousand thousands", () => {
  expect(dollars(999_999)).toBe("$1.00M");
  expect(dollars(9_999)).toBe("$10.0K");
  expect(dollars(99_990)).toBe("$100K");
});

test("volatilities are percent and deltas lose their zero", () => {
  expect(percent(0.142)).toBe("14.2%");
  expect(delta(0.4189)).toBe(".42");
  expect(delta(-0.4189)).toBe("−.42");
  expect(delta(1)).toBe("1.00");
  expect(delta(-0.001)).toBe(".00");
});

test("prices have two decimals", () => {
  expect(price(6042.3)).toBe("6,042.30");
  expect(price(0.05)).toBe("0.05");
});

test("ages are seconds", () => {
  expect(age(340)).toBe("0.3 s");
  expect(age(61_400)).toBe("61 s");
  expect(age(-20)).toBe("0.0 s");
});

test("ages beside a word take the unit that fits", () => {
  expect(shortAge(38.4)).toBe("38 ms");
  expect(shortAge(4_210)).toBe("4.2 s");
  expect(shortAge(90_000)).toBe("2 min");
  expect(daysAndHours(15 * 60_000)).toBe("15 min");
  expect(daysAndHours(125 * 60_000)).toBe("2 h 5 min");
  expect(daysAndHours(76 * 3_600_000)).toBe("3 d 4 h");
});

test("a countdown reaches zero when the time is there", () => {
  expect(countdown(8_273_000)).toBe("02:17:53");
  expect(countdown(999)).toBe("00:00:01");
  expect(countdown(0)).toBe("00:00:00");
  expect(countdown(188_100_000)).toBe("2 d 04:15:00");
});

test("changes have their sign", () => {
  expect(signedPrice(25.1)).toBe("+25.10");
  expect(signedPrice(-3.05)).toBe("−3.05");
  expect(signedPrice(-0.001)).toBe("−0.00");
  expect(signedPrice(-0)).toBe("0.00");
  expect(signedPercent(-0.000016)).toBe("−0.00%");
  expect(signedPercent(0.0042)).toBe("+0.42%");
  expect(share(0.413)).toBe("41%");
});

test("what is below zero has a minus sign, and what rounds to zero has none", () => {
  expect(price(-1234.5)).toBe("−1,234.50");
  expect(price(-0.001)).toBe("0.00");
  expect(price(-0)).toBe("0.00");
  expect(percent(-0.042)).toBe("−4.2%");
  expect(percent(-0.0001)).toBe("0.0%");
  expect(share(-0.41)).toBe("−41%");
});

test("bytes take the unit in which they have few digits", () => {
  expect([512, 2_048, 1_200_000, 123_400_000_000, null].map(bytes)).toEqual([
    "512 B",
    "2.0 kB",
    "1.2 MB",
    "123 GB",
    "–",
  ]);
});
