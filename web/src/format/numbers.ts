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
  return isUnknown(value) ? unknown : negated(value, twoDecimals.format(Math.abs(value)));
}

/** A volatility in percent, `14.2%`. */
export function percent(value: Value | undefined): string {
  return isUnknown(value) ? unknown : `${negated(value, Math.abs(value * 100).toFixed(1))}%`;
}

/** A delta, `.42` or `−.42`. */
export function delta(value: Value | undefined): string {
  if (isUnknown(value)) {
    return unknown;
  }
  const digits = Math.abs(value).toFixed(2);
  const text = digits.startsWith("0") ? digits.slice(1) : digits;
  return negated(value, text);
}

/** The digits of a size with a minus where the value is below zero and does not round to it. */
function negated(value: number, digits: string): string {
  return value < 0 && Number(digits.replaceAll(",", "")) !== 0 ? minus + digits : digits;
}

export function ratio(value: Value | undefined): string {
  return isUnknown(value) ? unknown : value.toFixed(2);
}

/** Milliseconds as seconds, `0.3 s`. */
export function age(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : whole.format(seconds)} s`;
}

/** A short time beside a word: `38 ms`, `4.2 s`, `42 s`, then minutes. */
export function shortAge(milliseconds: number): string {
  const size = Math.max(0, milliseconds);
  if (size < 1000) {
    return `${whole.format(size)} ms`;
  }
  return size < 60_000 ? age(size) : daysAndHours(size);
}

/** A long time in its two largest units: `15 min`, `2 h 5 min`, `3 d 4 h`. */
export function daysAndHours(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 60) {
    return `${String(minutes)} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 24
    ? `${String(hours)} h ${String(minutes % 60)} min`
    : `${String(Math.floor(hours / 24))} d ${String(hours % 24)} h`;
}

/** What is left until an instant, `02:17:53`, with its days in front, `2 d 04:00:00`. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const days = Math.floor(seconds / 86_400);
  const clock = [seconds / 3600, seconds / 60, seconds].map((value, place) =>
    two(Math.floor(value) % (place === 0 ? 24 : 60)),
  );
  return (days > 0 ? `${String(days)} d ` : "") + clock.join(":");
}

/** A change with its sign, `+25.10` or `−3.05`, also where it rounds to nothing; zero has none. */
export function signedPrice(value: Value | undefined): string {
  if (isUnknown(value)) {
    return unknown;
  }
  const digits = twoDecimals.format(Math.abs(value));
  return value === 0 ? digits : (value < 0 ? minus : "+") + digits;
}

/** A change in percent with its sign, `+0.42%`. */
export function signedPercent(value: Value | undefined): string {
  return isUnknown(value) ? unknown : `${signedPrice(value * 100)}%`;
}

/** A share of a whole in percent without decimals, `41%`. */
export function share(value: Value | undefined): string {
  return isUnknown(value) ? unknown : `${negated(value, whole.format(Math.abs(value * 100)))}%`;
}

/** A number of bytes, `512 B`, `2.0 kB`, `1.2 GB`. */
export function bytes(value: Value | undefined): string {
  if (isUnknown(value)) {
    return unknown;
  }
  const steps = ["B", "kB", "MB", "GB", "TB"];
  const step = value < 1000 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log10(value) / 3));
  const size = value / 1000 ** step;
  return `${step > 0 && size < 100 ? size.toFixed(1) : whole.format(size)} ${String(steps[step])}`;
}
