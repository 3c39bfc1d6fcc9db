// What the heatmap shows of the flow, put together for drawing, reading and saving.
import type { Zone } from "../../format/times";
import type { Flow } from "../../model/flow";
import { minuteEnd } from "../../model/history";
import type { HeatColumn, Heatmap, Measure, Side } from "../../model/heatmap";
import type { Session } from "../../model/session";
import { layoutOf, type Layout } from "./layout";
import type { Instant } from "./paint";

export interface View {
  readonly heatmap: Heatmap | null;
  readonly measure: Measure;
  readonly side: Side;
  readonly stepSeconds: number;
  /** From the top down. */
  readonly strikes: readonly number[];
  /** The end of the colours' scale, and that of the totals'. */
  readonly limit: number;
  readonly totals: HeatColumn;
  readonly totalsLimit: number;
  readonly session: Session;
  readonly spots: readonly Instant[];
  readonly spot: number | null;
  readonly now: number | null;
  readonly zone: Zone;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** All listed strikes, ascending, each once. */
export function listedStrikes(instruments: Flow["instruments"]): number[] {
  return [...new Set(instruments.map(({ strike }) => strike))].sort((one, other) => one - other);
}

/** The day's premium of each strike. */
export function premiumByStrike(contracts: Flow["contracts"]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { strike, values } of contracts.values()) {
    sums.set(strike, (sums.get(strike) ?? 0) + (values.premium ?? 0));
  }
  return sums;
}

/** The spot at each minute's end so far. */
export function spotsOf(history: Flow["history"], now: number | null): Instant[] {
  return history.spot.map((price, index) => ({
    at: Math.min(minuteEnd(history, index), now ?? Number.POSITIVE_INFINITY),
    price,
  }));
}

/** The spot at the end of a column, as far as the day has come. */
export function spotAt({ spots, stepSeconds, session, heatmap }: View, column: number) {
  const to = (heatmap?.from ?? session.from) + (column + 1) * stepSeconds * 1000;
  const from = to - stepSeconds * 1000;
  return spots.findLast(({ at, price }) => from < at && at <= to && price !== null)?.price ?? null;
}

export function layoutOfView(view: View, { width, height }: Size): Layout {
  const stepMs = view.stepSeconds * 1000;
  const from = view.heatmap?.from ?? view.session.from;
  const columns = Math.max(1, Math.ceil((view.session.to - from) / stepMs));
  return layoutOf({ strikes: view.strikes, from, stepMs, columns, width, height });
}
