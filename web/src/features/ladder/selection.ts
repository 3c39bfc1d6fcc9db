// Which of the rungs the ladder holds.
import type { Value } from "../../model/messages";
import type { Contract } from "../../model/flow";
import type { Rung } from "../../model/rungs";
import type { Search } from "../../state/search";
import { nearest } from "./spot";

export type Strikes = NonNullable<Search["strikes"]>;

/** How many strikes on each side that choice names; null where it is no such number. */
export function reach(strikes: Strikes): number | null {
  return strikes === "10" || strikes === "20" ? Number(strikes) : null;
}

/**
 * The strike in the middle of the ladder: it stays until the spot has gone half the reach away, so
 * that rows do not come and go with every move.
 */
export function anchor(
  before: number | null,
  all: readonly Rung[],
  spot: Value,
  strikesEachSide: number | null,
): number | null {
  const listed = distinct(all);
  const now = nearest(listed, spot);
  if (before === null || now === null || strikesEachSide === null) {
    return now ?? before;
  }
  const gone = Math.abs(listed.indexOf(now) - listed.indexOf(before));
  return gone > strikesEachSide / 2 ? now : before;
}

/** The contracts whose volume is known; the very same set where none came new. */
export function grownWatched(
  before: ReadonlySet<number> | null,
  contracts: Iterable<Contract>,
): ReadonlySet<number> {
  const watched = [...contracts].filter(({ values }) => isKnown(values.volume)).map(({ id }) => id);
  return before?.size === watched.length ? before : new Set(watched);
}

function isKnown(value: Value | undefined): boolean {
  return value !== null && value !== undefined;
}

/** What a choice of strikes is made by. */
export interface Known {
  readonly inView: ReadonlySet<number>;
  readonly watched: ReadonlySet<number>;
  /** The strike in the middle of the ladder. */
  readonly middle: number | null;
}

export function selected(
  all: readonly Rung[],
  strikes: Strikes,
  { inView, watched, middle }: Known,
): readonly Rung[] {
  if (strikes === "view" || strikes === "watched") {
    const wanted = strikes === "view" ? inView : watched;
    const isIn = (id: number | null) => id !== null && wanted.has(id);
    const found = all.filter(({ call, put }) => isIn(call) || isIn(put));
    return found.length === all.length ? all : found;
  }
  const each = reach(strikes);
  if (each === null || middle === null) {
    return all;
  }
  const listed = distinct(all);
  const place = listed.indexOf(middle);
  const wanted = new Set(listed.slice(Math.max(0, place - each), place + each + 1));
  return all.filter(({ strike }) => wanted.has(strike));
}

function distinct(all: readonly Rung[]): number[] {
  return [...new Set(all.map(({ strike }) => strike))];
}
