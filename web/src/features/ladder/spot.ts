// Where the spot stands among the strikes.
import type { Value } from "../../model/messages";

/**
 * How many rows down the spot stands, as a fraction: halfway between two strikes it is at the border
 * of their rows, at a strike in the middle of its row. Strikes run either way; null without a spot.
 */
export function spotPlace(strikes: readonly number[], spot: Value): number | null {
  const [first, last] = [strikes[0], strikes.at(-1)];
  if (spot === null || first === undefined || last === undefined) {
    return null;
  }
  const isPast = (strike: number) => (first > last ? strike > spot : strike < spot);
  const before = firstFailing(strikes, isPast);
  const after = firstFailing(strikes, (strike) => strike === spot || isPast(strike));
  const [upper, lower] = [strikes[before - 1], strikes[after]];
  if (before < after || upper === undefined || lower === undefined) {
    return (before + after) / 2;
  }
  return before - 0.5 + (spot - upper) / (lower - upper);
}

/** The first place whose strike fails, of strikes that hold up to there. */
function firstFailing(strikes: readonly number[], holds: (strike: number) => boolean): number {
  let [low, high] = [0, strikes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(strikes[middle] ?? 0)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The strike that is nearest to the spot; of two equally near ones the first. */
export function nearest(strikes: readonly number[], spot: Value): number | null {
  if (spot === null) {
    return null;
  }
  return strikes.reduce<number | null>(
    (best, strike) =>
      best === null || Math.abs(strike - spot) < Math.abs(best - spot) ? strike : best,
    null,
  );
}
