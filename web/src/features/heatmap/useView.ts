import { useMemo } from "react";
import type { Flow } from "../../model/flow";
import {
  cellValue,
  columnValues,
  totalsOf,
  type Heatmap,
  type Measure,
  type Side,
} from "../../model/heatmap";
import { sessionOf } from "../../model/session";
import { useGrown } from "../../state/grown";
import type { Search } from "../../state/search";
import { fullLimitOf, limitOf } from "./scale";
import { neededRange, strikesIn, type StrikeRange } from "./strikeRange";
import { listedStrikes, premiumByStrike, spotsOf, type View } from "./view";

export interface Choices {
  readonly measure: Measure;
  readonly side: Side;
  readonly stepSeconds: number;
}

export function choicesOf({ measure, right, step }: Search): Choices {
  return {
    measure: measure ?? "net_premium",
    side: right ?? "both",
    stepSeconds: 60 * (step ?? 5),
  };
}

interface Shown {
  readonly view: View;
  /** All that could be shown, ascending. */
  readonly listed: readonly number[];
  /** Those that are; null where nothing is listed. */
  readonly range: StrikeRange | null;
}

/** The view that the address asks for: scales and strikes that only grow while the day goes on. */
export function useView(
  flow: Flow,
  heatmap: Heatmap | null,
  search: Search,
  chosen: StrikeRange | null,
): Shown {
  const choices = choicesOf(search);
  const { measure, side, stepSeconds } = choices;
  const { instruments } = flow;
  const listed = useMemo(() => listedStrikes(instruments), [instruments]);
  const day = JSON.stringify([flow.underlying, flow.expiry, flow.tape.generation]);
  const needed = useGrown<StrikeRange | null>(day, (before) =>
    neededRange(listed, premiumByStrike(flow.contracts), flow.spot, before),
  );
  const range = chosen !== null && strikesIn(listed, chosen).length > 1 ? chosen : needed;
  const scale = JSON.stringify([day, heatmap?.generation, choices]);
  const { values, totals } = useMemo(() => summed(heatmap, side), [heatmap, side]);
  const limit = useGrown<number>(scale, (before) => limitOf(values, before));
  const totalsLimit = useGrown<number>(scale, (before) => fullLimitOf(totals.values, before));
  const strikes = strikesIn(listed, range);
  const now = flow.asOf === null ? null : Date.parse(flow.asOf);
  const view = {
    ...{ heatmap, measure, side, stepSeconds, limit, totals: totals.byStrike, totalsLimit },
    strikes: search.order === "ascending" ? strikes : strikes.reverse(),
    session: sessionOf(flow),
    spots: spotsOf(flow.history, now),
    spot: flow.spot,
    now,
    zone: search.zone ?? "et",
  };
  return { view, listed, range };
}

/** What the scales are made from: the cells' values, and the strikes' totals. */
function summed(heatmap: Heatmap | null, side: Side) {
  const columns = heatmap?.columns ?? [];
  const byStrike = totalsOf(columns);
  const strikes = [...byStrike.calls.keys(), ...byStrike.puts.keys()];
  return {
    values: columns.flatMap((column) => columnValues(column, side)),
    totals: { byStrike, values: strikes.map((strike) => cellValue(byStrike, strike, side) ?? 0) },
  };
}
