import { lazy, Suspense, useState } from "react";
import type { Value } from "../model/messages";
import { unknown } from "../format/numbers";
import { csv } from "../format/csv";
import { minuteIn, newYorkIso, zoneName, type Zone } from "../format/times";
import { downloadCsv } from "../state/download";
import "./plot.css";

/** A colour, by the name of its token. */
export type Tone =
  | "call"
  | "put"
  | "buy"
  | "sell"
  | "mid"
  | "spot"
  | "text"
  | "muted"
  | "warning"
  | "accent";

export interface PlotSeries {
  /** Unique in the plot: its name in the legend and the table. */
  readonly label: string;
  readonly tone: Tone;
  /** One for each instant; null leaves a gap. */
  readonly values: readonly Value[];
  /** The axis it is drawn on; the first one where absent. */
  readonly axis?: string;
  /** `line` where absent. */
  readonly shape?: "line" | "steps" | "bars";
  readonly isDashed?: boolean;
}

export interface PlotAxis {
  readonly id: string;
  /** `left` where absent. */
  readonly side?: "left" | "right";
  /** A value on the axis. */
  readonly format: (value: Value) => string;
  /** A value in the legend and the table; as on the axis where absent. */
  readonly exact?: (value: Value) => string;
  readonly includesZero?: boolean;
  /** Whether a line of its own shows where zero is. */
  readonly hasZeroLine?: boolean;
  /** Where it begins and ends; by the data where absent. */
  readonly range?: readonly [number, number];
  /** `false` draws no axis: only its series, against a scale of their own. */
  readonly isShown?: boolean;
}

export interface PlotProps {
  /** What it shows: its accessible name and the table's caption. */
  readonly title: string;
  /** Milliseconds since 1970, ascending. */
  readonly at: readonly number[];
  readonly series: readonly PlotSeries[];
  readonly axes: readonly [PlotAxis, ...PlotAxis[]];
  /** Fills between two series, by their labels. */
  readonly bands?: readonly { readonly upper: string; readonly lower: string; readonly tone: Tone }[];
  /** The zone of the times; New York's where absent. */
  readonly zone?: Zone | undefined;
  /** Where time begins and ends, so that the picture stands still while the day goes on. */
  readonly range?: readonly [number, number] | undefined;
  /** Plots of one name share their crosshair. */
  readonly crosshair?: string;
  /** Instants with a line across, each with its words if it has any. */
  readonly marks?: readonly { readonly at: number; readonly text?: string }[];
  /** What the file of its numbers is called, without its ending; none is offered where absent. */
  readonly file?: string;
}

const Canvas = lazy(() => import("./PlotCanvas"));

/** Series through the day: drawn, with a legend that reads at the crosshair, or as a table. */
export function Plot(props: PlotProps) {
  const [isTable, setIsTable] = useState(false);
  const [pointed, setPointed] = useState<number | null>(null);
  return (
    <figure className="plot" aria-label={props.title}>
      <div className="plot-head">
        <Legend {...props} index={pointed ?? props.at.length - 1} />
        <button
          type="button"
          aria-pressed={isTable}
          title="The same numbers as a table"
          onClick={() => {
            setIsTable(!isTable);
          }}
        >
          View as table
        </button>
        {props.file !== undefined && (
          <button
            type="button"
            title="The same numbers as comma-separated values"
            onClick={() => {
              downloadCsv(`${props.file ?? ""}.csv`, plotCsv(props));
            }}
          >
            CSV
          </button>
        )}
      </div>
      {isTable ? (
        <Table {...props} />
      ) : (
        <div className="plot-body" role="img" aria-label={`Chart: ${props.title}`}>
          <Suspense>
            <Canvas key={structure(props)} {...props} onPoint={setPointed} />
          </Suspense>
        </div>
      )}
    </figure>
  );
}

/** What makes it another chart, rather than the same one with other numbers. */
function structure({ series, axes, bands, zone, crosshair }: PlotProps): string {
  return JSON.stringify([
    series.map(({ label, tone, axis, shape, isDashed }) => [label, tone, axis, shape, isDashed]),
    axes.map(({ id, side, includesZero, hasZeroLine, isShown }) => [
      ...[id, side, includesZero, hasZeroLine, isShown],
    ]),
    bands,
    zone,
    crosshair,
  ]);
}

/** How a series' numbers are written in words and tables: as its axis says. */
function formatOf({ axes }: PlotProps, series: PlotSeries): PlotAxis["format"] {
  const axis = axes.find(({ id }) => id === series.axis) ?? axes[0];
  return axis.exact ?? axis.format;
}

/** The numbers as a file: a line an instant, unknown is empty. */
export function plotCsv({ at, series }: Pick<PlotProps, "at" | "series">): string {
  const columns = series.map(({ label }) => label.toLowerCase().replaceAll(/\W+/g, "_"));
  return csv(
    ["time_utc", "time_new_york", ...columns],
    at.map((instant, index) => [
      new Date(instant).toISOString(),
      newYorkIso(instant),
      ...series.map(({ values }) => values[index] ?? null),
    ]),
  );
}

function Legend({ index, ...props }: PlotProps & { index: number }) {
  const at = props.at[index];
  return (
    <dl className="plot-legend">
      <div>
        <dt>{zoneName(props.zone)}</dt>
        <dd className="plot-time">{at === undefined ? unknown : minuteIn(at, props.zone)}</dd>
      </div>
      {props.series.map((series) => (
        <div key={series.label}>
          <dt>
            <i
              className={`plot-key ${series.shape ?? "line"}${series.isDashed ? " dashed" : ""}`}
              style={{ color: `var(--${series.tone})` }}
            />
            {series.label}
          </dt>
          <dd>{formatOf(props, series)(series.values[index] ?? null)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Table(props: PlotProps) {
  return (
    <div className="plot-table" role="region" aria-label={`Table: ${props.title}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Time ({zoneName(props.zone)})</th>
            {props.series.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.at.map((at, index) => (
            <tr key={at}>
              <th scope="row">{minuteIn(at, props.zone)}</th>
              {props.series.map((series) => (
                <td key={series.label}>
                  {formatOf(props, series)(series.values[index] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
