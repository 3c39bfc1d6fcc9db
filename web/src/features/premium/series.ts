// Net premium through the day, from the minutes so far, against the spot.
import type { Flow } from "../../model/flow";
import { cumulative, minuteEnd } from "../../model/history";
import type { Value } from "../../model/messages";

export interface PremiumSeries {
  /** Milliseconds since 1970: each minute's end, and now for the one that runs. */
  readonly at: readonly number[];
  readonly spot: readonly Value[];
  /** Net premium since the day's beginning; null for a minute of which nothing is known. */
  readonly calls: readonly Value[];
  readonly puts: readonly Value[];
}

export function premiumSeries({ history, asOf }: Pick<Flow, "history" | "asOf">): PremiumSeries {
  const calls = history.call_net_premium;
  const puts = history.put_net_premium;
  const spot = history.spot;
  const now = asOf === null ? Number.POSITIVE_INFINITY : Date.parse(asOf);
  const count = Math.max(calls.length, puts.length, spot.length);
  return {
    at: Array.from({ length: count }, (_, minute) => Math.min(minuteEnd(history, minute), now)),
    spot: filled(spot, count),
    calls: filled(summed(calls), count),
    puts: filled(summed(puts), count),
  };
}

/** Sums so far, with gaps where there was nothing to add. */
function summed(values: readonly Value[]): Value[] {
  const sums = cumulative(values);
  return values.map((value, place) => (value === null ? null : (sums[place] ?? null)));
}

function filled(values: readonly Value[], count: number): Value[] {
  return Array.from({ length: count }, (_, place) => values[place] ?? null);
}
