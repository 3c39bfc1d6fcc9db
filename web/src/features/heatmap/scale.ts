// How values become places on a scale that stands still: its end is a round number above a quantile
// of the values, and while the day goes on it only grows.
import type { Measure } from "../../model/heatmap";

/** The share of the cells whose values the scale tells apart; those beyond have its end's colour. */
const covered = 0.98;

/** Whether the measure has two directions. */
export function isSigned(measure: Measure): boolean {
  return measure === "net_premium" || measure === "delta_flow";
}

/** The value that a share of the sizes do not exceed; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sizes = new Float64Array(values.length);
  values.forEach((value, place) => {
    sizes[place] = Math.abs(value);
  });
  sizes.sort();
  const place = Math.ceil(share * sizes.length) - 1;
  return sizes[Math.max(0, place)] ?? 0;
}

const coarse = [1, 2, 5, 10];
const fine = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The next of 1, 2, 5, 10, 20, 50 … (or of more such numbers) from the value up; at least 1. */
export function roundUp(value: number, numbers: readonly number[] = coarse): number {
  let unit = 1;
  while (unit * 10 <= value) {
    unit *= 10;
  }
  return numbers.map((number) => number * unit).find((each) => each >= value) ?? unit * 10;
}

/** The end of the scale: that of before unless the values have outgrown it. */
export function limitOf(values: readonly number[], before: number | null): number {
  if (before !== null) {
    const beyond = values.filter((value) => Math.abs(value) > before).length;
    if (values.length - beyond >= Math.ceil(covered * values.length)) {
      return before;
    }
  }
  return Math.max(before ?? 0, roundUp(quantile(values, covered)));
}

/** The end of a scale that holds the largest value. */
export function fullLimitOf(values: readonly number[], before: number | null): number {
  return Math.max(before ?? 0, roundUp(quantile(values, 1), fine));
}

/**
 * Where on the scale a value stands, from −1 (or 0) to 1: by the square root, so that the many small
 * values differ to the eye too.
 */
export function position(value: number, limit: number): number {
  return Math.sign(value) * Math.sqrt(Math.min(1, Math.abs(value) / limit));
}

/** The value that stands at a position. */
export function valueAt(place: number, limit: number): number {
  return Math.sign(place) * place * place * limit;
}

/** The positions that the legend names. */
export function legendPlaces(measure: Measure): readonly number[] {
  return isSigned(measure) ? [-1, -0.5, 0, 0.5, 1] : [0, 0.5, 1];
}
