// Where an axis begins and ends: on round numbers, and only ever further apart, so that a picture
// that is watched grows in a few steps and does not pump.
import type { Value } from "../../model/messages";

export type Range = readonly [number, number];

/** How much of the span stays free beyond the values when the range grows. */
const room = 0.08;

/**
 * The range that holds the values, the one of before where it still does.
 *
 * @param least the smallest span that is worth an axis
 */
export function steadyRange(
  values: readonly Value[],
  before: Range | null,
  least: number,
): Range | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) {
    return before;
  }
  const low = Math.min(...known, before?.[0] ?? Infinity);
  const high = Math.max(...known, before?.[1] ?? -Infinity);
  if (before !== null && before[0] <= low && high <= before[1]) {
    return before;
  }
  const span = Math.max(high - low, least);
  const step = roundStep(span / 4);
  const floor = Math.floor((low - (low === before?.[0] ? 0 : room * span)) / step) * step;
  const ceiling = Math.ceil((high + (high === before?.[1] ? 0 : room * span)) / step) * step;
  return [floor, ceiling];
}

/** The next of 1, 2, 5, 10, 20 … (and 0.5, 0.2 …) that is not below the size. */
function roundStep(size: number): number {
  let unit = 1;
  while (unit * 10 <= size) {
    unit *= 10;
  }
  while (unit > size) {
    unit /= 10;
  }
  return [1, 2, 5, 10].map((step) => step * unit).find((step) => step >= size) ?? unit * 10;
}
