// The minutes of the day so far, and how a frame's minutes take their places in it.
import {
  minuteColumns,
  type ChangedMinutes,
  type MinuteColumn,
  type Minutes,
  type Value,
} from "./messages";

export type History = Minutes;

/** The history with those minutes in their places. */
export function withMinutes(history: History, changed: ChangedMinutes): History {
  const next: Partial<Record<MinuteColumn, readonly Value[]>> = {};
  for (const column of minuteColumns) {
    next[column] = put(history[column], changed.first, changed[column]);
  }
  return { ...history, ...next };
}

function put(before: readonly Value[], first: number, values: readonly Value[]): Value[] {
  const after: Value[] = before.slice(0, first);
  while (after.length < first) {
    after.push(null);
  }
  after.push(...values);
  return after.concat(before.slice(after.length));
}

/** When the minute of that index ends, in milliseconds since 1970; NaN before there are minutes. */
export function minuteEnd(history: History, index: number): number {
  return Date.parse(history.from ?? "") + (index + 1) * history.step_seconds * 1000;
}

/** Each value added to those before it; an unknown one adds nothing. */
export function cumulative(values: readonly Value[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value ?? 0));
}
