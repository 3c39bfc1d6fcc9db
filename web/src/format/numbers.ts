// Numbers as the screen shows them. What is not known is a dash, which zero never is.
import type { Value } from "../model/messages";

export const unknown = "–";

const minus = "−";
const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const twoDecimals = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const steps = [
  { unit: 1e9, letter: "B" },
  { unit: 1e6, letter: "M" },
  { unit: 1e3, letter: "K" },
];

function isUnknown(value: Value | undefined): value is null | undefined {
  return value === null || value === undefined;
}

/** A count of contracts: thousands apart below 10,000, `12.4K` above. */
export function count(value: Value | undefined): string {
  if (isUnknown(value)) {
    return unknown;
  }
  const size = Math.abs(value);
  return (value < 0 ? minus : "") + (size < 10_000 ? whole.format(size) : short(size));
}

/** Dollars with three digits, `$41.2M`. */
export function dollars(value: Value | undefined): string {
  if (isUnknown(value)) {
    return unknown;
  }
  return `${value < 0 ? minus : ""}$${short(Math.abs(value))}`;
}

/** Dollars with their sign, `+$41.2M`; zero has none. */
export const signedDollars = signed(dollars);

/** A count of contracts to the last one, `12,400`. */
export function exactCount(value: Value | undefined): string {
  return isUnknown(value) ? unknown : (value < 0 ? minus : "") + whole.format(Math.abs(value));
}

/** Dollars to the last one, `$41,200,317`. */
export function exactDollars(value: Value | undefined): string {
  return isUnknown(value) ? unknown : `${value < 0 ? minus : ""}$${whole.format(Math.abs(value))}`;
}

/** The same way of writing, without decimals that are all zero: `$1M`. */
export function rounded(format: (value: Value | undefined) => string) {
  return (value: Value | undefined): string => format(value).replace(/\.0+(?=[KMB]?$)/, "");
}

/** The same way of writing, with a plus before what is above zero. */
export function signed(format: (value: Value | undefined) => string) {
  return (value: Value | undefined): string =>
    !isUnknown(value) && value > 0 ? `+${format(value)}` : format(value);
}

function short(value: number): string {
  const size = Math.abs(value);
  const step = steps.find(({ unit }) => size >= 0.9995 * unit);
  if (step === undefined) {
    return whole.format(value);
  }
  const scaled = value / step.unit;
  const decimals = Math.abs(scaled) < 9.995 ? 2 : Math.abs(scaled) < 99.95 ? 1 : 0;
  return scaled.toFixed(decimals) + step.letter;
}

/** A price or an index level. */
export function price(value: Value | undefined): string {
  return isUnknown(value) ? unknown : twoDecimals.format(value);
}

/** A volatility in percent, `14.2%`. */
export function percent(value: Value | undefined): string {
  return isUnknown(value) ? unknown : `${(value * 100).toFixed(1)}%`;
}

/** A delta, `.42` or `−.42`. */
export function delta(value: Value | undefined): string {
  if (isUnknown(value)) {
    return unknown;
  }
  const digits = Math.abs(value).toFixed(2);
  const text = digits.startsWith("0") ? digits.slice(1) : digits;
  return value < 0 && Number(digits) !== 0 ? minus + text : text;
}

export function ratio(value: Value | undefined): string {
  return isUnknown(value) ? unknown : value.toFixed(2);
}

/** Milliseconds as seconds, `0.3 s`. */
export function age(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : whole.format(seconds)} s`;
}
