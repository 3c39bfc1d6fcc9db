import { memo } from "react";
import { minuteIn, zoneName, type Zone } from "../../format/times";
import { cellValue, type HeatColumn, type Measure, type Side } from "../../model/heatmap";
import type { View } from "./view";
import { wordings } from "./words";

/** The cells as a table: a row a step, the latest first, and a column a strike. */
export function HeatTable({ view }: { view: View }) {
  const { heatmap, measure, side, strikes, zone, stepSeconds } = view;
  const columns = heatmap?.columns ?? [];
  const label = `${wordings[measure].name} by strike and time`;
  return (
    <div className="heat-table" role="region" aria-label={`Table: ${label}`} tabIndex={0}>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">From ({zoneName(zone)})</th>
            {strikes.map((strike) => (
              <th key={strike} scope="col">
                {strike}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns
            .map((column, index) => (
              <Step
                key={index}
                column={column}
                at={(heatmap?.from ?? 0) + index * stepSeconds * 1000}
                strikes={strikes.join(" ")}
                measure={measure}
                side={side}
                zone={zone}
              />
            ))
            .reverse()}
        </tbody>
      </table>
    </div>
  );
}

/** Strikes come as one text, so that a row whose column did not change is left alone. */
const Step = memo(function Step({
  column,
  at,
  strikes,
  measure,
  side,
  zone,
}: {
  column: HeatColumn;
  at: number;
  strikes: string;
  measure: Measure;
  side: Side;
  zone: Zone;
}) {
  const { short, exact } = wordings[measure];
  return (
    <tr>
      <th scope="row">{minuteIn(at, zone)}</th>
      {strikes.split(" ").map((strike) => {
        const value = cellValue(column, Number(strike), side);
        return (
          <td key={strike} title={value === null ? undefined : exact(value)}>
            {short(value)}
          </td>
        );
      })}
    </tr>
  );
});
