// The contracts of an expiry as a ladder: one rung for each series and strike. Two series may share
// a date and a strike (SPX settles in the morning, SPXW in the evening), and each has its own rung.
import type { Instrument } from "./flow";

export interface Rung {
  /** Series and strike, as `SPXW 6600`: what the address calls it. */
  readonly key: string;
  readonly root: string;
  readonly strike: number;
  /** The numbers of its contracts; null where one is not listed. */
  readonly call: number | null;
  readonly put: number | null;
}

/** The root that a ticker names, `SPXW` of `O:SPXW261120C06600000`; null for another spelling. */
export function rootOf(ticker: string): string | null {
  return /^(?:O:)?([A-Z]+)\s*\d{6}[CP]\d{8}$/.exec(ticker)?.[1] ?? null;
}

/** The rungs, the highest strike first, and at one strike the leading series first. */
export function rungs(instruments: readonly Instrument[], leadingRoot: string | null): Rung[] {
  const found = new Map<string, Rung>();
  for (const { id, ticker, strike, right } of instruments) {
    const root = rootOf(ticker) ?? leadingRoot ?? "";
    const key = `${root} ${String(strike)}`;
    const rung = found.get(key) ?? { key, root, strike, call: null, put: null };
    found.set(key, right === "C" ? { ...rung, call: id } : { ...rung, put: id });
  }
  const rank = (root: string) => (root === leadingRoot ? "" : root);
  return [...found.values()].sort(
    (one, other) =>
      other.strike - one.strike || (rank(one.root) < rank(other.root) ? -1 : 1),
  );
}
