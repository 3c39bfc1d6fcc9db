// The prints that the page has of a tape: an unbroken run of those that pass a filter.
import type { components } from "../../model/api";

export type TapeAnswer = components["schemas"]["TapePrints"];
export type Print = components["schemas"]["TapePrint"];

export interface Prints {
  /** The newest first. */
  readonly rows: readonly Print[];
  /** Of which run of the day they are. */
  readonly generation: number;
  /** How far the tape was looked through: the number of its newest print then. */
  readonly last: number;
  /** Whether there may be older ones that pass. */
  readonly hasOlder: boolean;
}

/** How many are kept; older ones are asked for again. */
export const most = 20_000;

/**
 * The run with an answer about what came behind it. An answer that is full may leave some out
 * between, and one of another run of the day does: then the run begins anew.
 */
export function withNewer(before: Prints | undefined, answer: TapeAnswer, limit: number): Prints {
  const { generation, last, prints } = answer;
  const isFull = prints.length >= limit;
  if (before?.generation !== generation || isFull) {
    return { rows: prints, generation, last, hasOlder: isFull };
  }
  if (prints.length === 0) {
    return { ...before, last: Math.max(before.last, last) };
  }
  const rows = [...prints.filter(({ seq }) => seq > before.last), ...before.rows];
  return {
    rows: rows.slice(0, most),
    generation,
    last,
    hasOlder: before.hasOlder || rows.length > most,
  };
}

/** The run with an answer about what went before it. */
export function withOlder(before: Prints, answer: TapeAnswer, limit: number): Prints {
  const oldest = before.rows.at(-1)?.seq ?? Infinity;
  const older = answer.prints.filter(({ seq }) => seq < oldest);
  return {
    ...before,
    rows: [...before.rows, ...older],
    hasOlder: answer.prints.length >= limit,
  };
}
