import { useMemo } from "react";
import type { Contract, Flow } from "../../model/flow";
import { rootOf } from "../../model/rungs";
import { sessionOf } from "../../model/session";
import { Plot } from "../../parts/Plot";
import { fileName } from "../../state/download";
import { useLiveSearch } from "../../state/search";
import { flowChart, hasGaps, priceChart, volatilityChart } from "./series";
import { useContractDay } from "./useContractDay";

/** A contract's price, flow and volatility through the day, one above the other. */
export function Charts({ contract, flow }: { contract: Contract; flow: Flow }) {
  const { zone } = useLiveSearch();
  const { data: day, error } = useContractDay(contract.ticker, flow);
  const { from, to } = sessionOf(flow);
  const charts = useMemo(() => {
    const tone = contract.right === "C" ? "call" : "put";
    return (
      day && [
        { title: "Price", ...priceChart(day, tone) },
        { title: "Flow", ...flowChart(day, tone) },
        { title: "Volatility and delta", ...volatilityChart(day, tone) },
      ]
    );
  }, [day, contract.right]);
  if (charts === undefined) {
    return (
      <p className="detail-note" role="status">
        {error === null
          ? "The day is being fetched."
          : `The day of this contract cannot be shown: ${error.message}.`}
      </p>
    );
  }
  return (
    <div className="detail-charts">
      {charts.map((chart) => (
        <Plot
          key={chart.title}
          {...chart}
          title={`${chart.title} of ${contract.ticker}`}
          zone={zone}
          range={[from, to]}
          crosshair="detail"
          file={fileName(flow, fileOf(contract, chart.title))}
        />
      ))}
      {day !== undefined && hasGaps(day.iv) && (
        <p className="detail-note">
          Volatility and delta are computed while the strike is in view and has a quote; the line
          breaks where it was not so.
        </p>
      )}
    </div>
  );
}

/** Which contract and which of its charts, as `SPXW-6600C-price`. */
function fileOf({ ticker, strike, right }: Contract, title: string): string {
  return `${rootOf(ticker) ?? ticker}-${String(strike)}${right}-${title.toLowerCase().replaceAll(" ", "-")}`;
}
