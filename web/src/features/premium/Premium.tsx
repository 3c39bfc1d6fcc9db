import { useMemo } from "react";
import { exactDollars, price, rounded, signed, signedDollars } from "../../format/numbers";
import type { Flow } from "../../model/flow";
import { sessionOf } from "../../model/session";
import { Info } from "../../parts/Info";
import { Panel } from "../../parts/Panel";
import { Plot, type PlotAxis, type PlotSeries } from "../../parts/Plot";
import { fileName } from "../../state/download";
import { useGrown } from "../../state/grown";
import { useLiveSearch } from "../../state/search";
import { premiumSeries } from "./series";
import { steadyRange, type Range } from "./steadyRange";
import "./premium.css";

/** Below these spans an axis would show noise: dollars, and a share of the spot. */
const leastDollars = 100_000;
const leastSpotShare = 0.002;

/** What was paid for calls and for puts through the day, net, against the price. */
export default function Premium({ flow }: { flow: Flow }) {
  const { zone } = useLiveSearch();
  const { history, asOf, underlying } = flow;
  const lines = useMemo(() => premiumSeries({ history, asOf }), [history, asOf]);
  const session = sessionOf(flow);
  const day = JSON.stringify([underlying, flow.expiry, history.from]);
  const dollarRange = useGrown<Range | null>(day, (before) =>
    steadyRange([0, ...lines.calls, ...lines.puts], before, leastDollars),
  );
  const spotRange = useGrown<Range | null>(day, (before) =>
    steadyRange(lines.spot, before, leastSpotShare * (flow.spot ?? 0)),
  );
  const now = asOf === null ? [] : [{ at: Date.parse(asOf) }];
  const marks = session.marks.map(({ at, phase }) => ({ at, text: phase }));
  return (
    <Panel
      id="premium"
      className="premium"
      title="Net premium and price"
      controls={
        <>
          <Info term="net_premium" />
          <span className="premium-note">
            sides inferred <Info term="side" />
          </span>
        </>
      }
    >
      {lines.at.length === 0 ? (
        <p className="premium-empty">No minute of the session is there yet.</p>
      ) : (
        <Plot
          title={`Net call and put premium against ${underlying}`}
          at={lines.at}
          series={seriesOf(underlying, lines)}
          axes={axesOf(spotRange, dollarRange)}
          zone={zone}
          range={[session.from, session.to]}
          marks={[...marks, ...now]}
          file={fileName(flow, "net-premium")}
        />
      )}
    </Panel>
  );
}

function seriesOf(
  underlying: string,
  { spot, calls, puts }: ReturnType<typeof premiumSeries>,
): PlotSeries[] {
  return [
    { label: underlying, tone: "spot", values: spot, axis: "spot" },
    { label: "Net calls", tone: "call", values: calls, axis: "dollars" },
    { label: "Net puts", tone: "put", values: puts, axis: "dollars", isDashed: true },
  ];
}

function axesOf(spot: Range | null, dollars: Range | null): [PlotAxis, PlotAxis] {
  return [
    { id: "spot", format: rounded(price), exact: price, ...(spot === null ? {} : { range: spot }) },
    {
      id: "dollars",
      side: "right",
      format: rounded(signedDollars),
      exact: signed(exactDollars),
      includesZero: true,
      hasZeroLine: true,
      ...(dollars === null ? {} : { range: dollars }),
    },
  ];
}
