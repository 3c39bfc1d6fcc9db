// What traded by strike and step of time: /api/heatmap's answers, put together as the day goes on.
import type { components } from "./api";
import type { Value } from "./messages";

export type Measure = HeatmapAnswer["measure"];

/** Calls, puts, or what both come to. */
export type Side = "both" | "call" | "put";

/** What /api/heatmap says: its cells from step `since` on. */
export type HeatmapAnswer = components["schemas"]["Heatmap"];

/** One step of time: the value of each strike that had prints in it. Never changed once made. */
export interface HeatColumn {
  readonly calls: ReadonlyMap<number, number>;
  readonly puts: ReadonlyMap<number, number>;
}

export interface Heatmap {
  readonly underlying: string;
  readonly expiry: string | null;
  readonly asOf: string | null;
  readonly generation: number;
  readonly measure: Measure;
  /** When the first step begins, in milliseconds since 1970. */
  readonly from: number;
  readonly stepSeconds: number;
  /** A column a step so far; those that did not change are the very ones of before. */
  readonly columns: readonly HeatColumn[];
}

/** The first step to ask for again: the last one known, which may not have been over. */
export function sinceOf(heatmap: Heatmap | null): number {
  return heatmap === null ? 0 : Math.max(0, heatmap.columns.length - 1);
}

/** The heatmap after an answer, or "missed" where the answer goes on from something else. */
export function merge(before: Heatmap | null, answer: HeatmapAnswer): Heatmap | "missed" {
  const goesOn =
    before?.generation === answer.generation &&
    before.measure === answer.measure &&
    before.underlying === answer.underlying &&
    before.expiry === answer.expiry &&
    before.stepSeconds === answer.step_seconds &&
    before.columns.length >= answer.since;
  if (!goesOn && answer.since > 0) {
    return "missed";
  }
  return {
    underlying: answer.underlying,
    expiry: answer.expiry,
    asOf: answer.as_of,
    generation: answer.generation,
    measure: answer.measure,
    from: Date.parse(answer.from),
    stepSeconds: answer.step_seconds,
    columns: [...(before?.columns.slice(0, answer.since) ?? []), ...columnsOf(answer)],
  };
}

function columnsOf(answer: HeatmapAnswer): HeatColumn[] {
  const columns = Array.from({ length: Math.max(0, answer.steps - answer.since) }, () => ({
    calls: new Map<number, number>(),
    puts: new Map<number, number>(),
  }));
  for (const side of ["calls", "puts"] as const) {
    const { strike_index, step_index, value } = answer[side];
    value.forEach((each, place) => {
      const strike = answer.strikes[strike_index[place] ?? -1];
      const column = columns[(step_index[place] ?? -1) - answer.since];
      if (strike === undefined || column === undefined) {
        throw new Error(`cell ${String(place)} of ${side} has no strike or no step`);
      }
      column[side].set(strike, each);
    });
  }
  return columns;
}

/** The value of a cell; null where nothing traded. */
export function cellValue(column: HeatColumn | undefined, strike: number, side: Side): Value {
  const call = side === "put" ? undefined : column?.calls.get(strike);
  const put = side === "call" ? undefined : column?.puts.get(strike);
  return call === undefined && put === undefined ? null : (call ?? 0) + (put ?? 0);
}

/** Every value of a column. */
export function columnValues(column: HeatColumn, side: Side): number[] {
  if (side === "call") {
    return [...column.calls.values()];
  }
  if (side === "put") {
    return [...column.puts.values()];
  }
  const values: number[] = [];
  for (const [strike, call] of column.calls) {
    values.push(call + (column.puts.get(strike) ?? 0));
  }
  for (const [strike, put] of column.puts) {
    if (!column.calls.has(strike)) {
      values.push(put);
    }
  }
  return values;
}

/** What each strike's steps come to, calls and puts apart. */
export function totalsOf(columns: readonly HeatColumn[]): HeatColumn {
  const totals = { calls: new Map<number, number>(), puts: new Map<number, number>() };
  for (const column of columns) {
    add(totals.calls, column.calls);
    add(totals.puts, column.puts);
  }
  return totals;
}

function add(sums: Map<number, number>, values: ReadonlyMap<number, number>): void {
  for (const [strike, value] of values) {
    sums.set(strike, (sums.get(strike) ?? 0) + value);
  }
}
