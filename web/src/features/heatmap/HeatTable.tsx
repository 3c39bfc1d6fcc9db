import { memo, useMemo, useState } from "react";
import { minuteIn, zoneName, type Zone } from "../../format/times";
import { cellValue, type HeatColumn, type Measure, type Side } from "../../model/heatmap";
import { useRows } from "../../parts/useRows";
import type { View } from "./view";
import { wordings } from "./words";

/** Pixels of a row, and of the head above the rows. */
const rowHeight = 24;
const headHeight = 24;

/**
 * The cells as a table: a row a step, the latest first, and a column a strike. Only rows in sight are
 * in the document.
 */
export function HeatTable({ view }: { view: View }) {
  const { heatmap, measure, side, strikes, zone, stepSeconds } = view;
  const columns = heatmap?.columns ?? [];
  const count = columns.length;
  const steps = useMemo(() => Array.from({ length: count }, (_, row) => count - 1 - row), [count]);
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const { first, last } = useRows(box, { count, rowHeight, headHeight, keys: steps });
  const label = `${wordings[measure].name} by strike and time`;
  return (
    <div
      ref={setBox}
      className="heat-table"
      role="region"
      aria-label={`Table: ${label}`}
      tabIndex={0}
    >
      <table
        aria-label={label}
        aria-rowcount={count + 1}
        style={{ minWidth: `${String(9 * (strikes.length + 1))}ch` }}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">From ({zoneName(zone)})</th>
            {strikes.map((strike) => (
              <th key={strike} scope="col">
                {strike}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} />
          {steps.slice(first, last).map((step, place) => (
            <Step
              key={step}
              row={first + place}
              column={columns[step]}
              at={(heatmap?.from ?? 0) + step * stepSeconds * 1000}
              strikes={strikes.join(" ")}
              measure={measure}
              side={side}
              zone={zone}
            />
          ))}
          <Gap rows={count - last} />
        </tbody>
      </table>
    </div>
  );
}

/** The place of rows that are out of sight. */
function Gap({ rows }: { rows: number }) {
  return rows > 0 && <tr aria-hidden="true" className="gap" style={{ height: rows * rowHeight }} />;
}

/** Strikes come as one text, so that a row whose column did not change is left alone. */
const Step = memo(function Step({
  row,
  column,
  at,
  strikes,
  measure,
  side,
  zone,
}: {
  row: number;
  column: HeatColumn | undefined;
  at: number;
  strikes: string;
  measure: Measure;
  side: Side;
  zone: Zone;
}) {
  const { short, exact } = wordings[measure];
  return (
    <tr aria-rowindex={row + 2}>
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
