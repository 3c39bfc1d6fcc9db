// Which of the rungs the ladder holds.
import type { Value } from "../../model/messages";
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

export function selected(
  all: readonly Rung[],
  strikes: Strikes,
  inView: ReadonlySet<number>,
  middle: number | null,
): readonly Rung[] {
  if (strikes === "view") {
    const isIn = (id: number | null) => id !== null && inView.has(id);
    return all.filter(({ call, put }) => isIn(call) || isIn(put));
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
