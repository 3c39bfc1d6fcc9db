// A contract's day as the charts draw it.
import { dollars, exactDollars, percent, price, delta, count, exactCount, signed } from "../../format/numbers";
import { cumulative } from "../../model/history";
import type { Value } from "../../model/messages";
import type { PlotAxis, PlotProps, PlotSeries, Tone } from "../../parts/Plot";
import type { ContractDay } from "./useContractDay";

export type Drawn = Pick<PlotProps, "at" | "series" | "axes" | "bands">;

/** When each minute ends, in milliseconds since 1970; the one that is going on ends now. */
export function minuteEnds(day: Pick<ContractDay, "from" | "step_seconds" | "as_of" | "spot">): number[] {
  const from = Date.parse(day.from);
  const now = day.as_of === null ? Infinity : Date.parse(day.as_of);
  return day.spot.map((_, minute) => Math.min(now, from + (minute + 1) * day.step_seconds * 1000));
}

/** Its price between bid and ask, and the underlying's. */
export function priceChart(day: ContractDay, tone: Tone): Drawn {
  return {
    at: minuteEnds(day),
    series: [
      { label: "Bid", tone: "mid", values: day.bid },
      { label: "Ask", tone: "mid", values: day.ask },
      { label: "Last", tone, values: day.last },
      { label: day.underlying, tone: "spot", values: day.spot, axis: "spot", isDashed: true },
    ],
    bands: [{ upper: "Ask", lower: "Bid", tone: "mid" }],
    axes: [
      { id: "price", format: price },
      { id: "spot", side: "right", format: price },
    ],
  };
}

/** Whether anything is known of what it traded. */
function isWatched(day: ContractDay): boolean {
  return day.volume.some((value) => value !== null);
}

/** What was paid for it less what was taken, and how much traded in each minute. */
export function flowChart(day: ContractDay, tone: Tone): Drawn {
  const volume: PlotSeries = {
    label: "Volume a minute",
    tone: "mid",
    values: day.volume,
    axis: "volume",
    shape: "bars",
  };
  const net: PlotSeries = {
    ...{ label: "Net premium", tone },
    values: isWatched(day) ? cumulative(day.net_premium) : day.net_premium,
  };
  const netAxis: PlotAxis = {
    id: "net",
    format: signed(dollars),
    exact: signed(exactDollars),
    includesZero: true,
    hasZeroLine: true,
  };
  return {
    at: minuteEnds(day),
    series: [volume, net],
    axes: [
      netAxis,
      { id: "volume", side: "right", format: count, exact: exactCount, includesZero: true },
    ],
  };
}

/** Its implied volatility and its delta. */
export function volatilityChart(day: ContractDay, tone: Tone): Drawn {
  return {
    at: minuteEnds(day),
    series: [
      { label: "IV", tone, values: day.iv },
      { label: "Delta", tone: "text", values: day.delta, axis: "delta", isDashed: true },
    ],
    axes: [
      { id: "iv", format: percent },
      { id: "delta", side: "right", format: delta },
    ],
  };
}

/** Whether there are minutes without a volatility before the last one that has one, or none at all. */
export function hasGaps(values: readonly Value[]): boolean {
  const last = values.findLastIndex((value) => value !== null);
  return last < values.length - 1 || values.slice(0, last).includes(null);
}
