// Who crossed the spread.
import { exactCount } from "../../format/numbers";
import type { Contract } from "../../model/flow";

export interface Lean {
  readonly glyph: "▲" | "▼" | "◆";
  readonly tone: "buy" | "sell" | "mid";
  /** The larger side's share of what has a side, in percent. */
  readonly share: number;
  readonly words: string;
}

/** The least share of what has a side that is more than balance. */
const leastShare = 0.55;

/** The least share of the volume that has to have a side for a side to be told. */
const leastClassified = 0.1;

/** The side that crossed the spread more often; null where no side is known. */
export function lean({ values }: Contract): Lean | null {
  const { volume, bought, sold } = values;
  if (!volume || bought === null || bought === undefined || sold === null || sold === undefined) {
    return null;
  }
  const classified = bought + sold;
  if (classified === 0) {
    return null;
  }
  const larger = Math.max(bought, sold) / classified;
  const share = Math.round(100 * larger);
  const side = bought > sold ? "bought" : "sold";
  if (larger < leastShare || classified < leastClassified * volume) {
    return { glyph: "◆", tone: "mid", share, words: `neutral, ${String(share)}% ${side}` };
  }
  return side === "bought"
    ? { glyph: "▲", tone: "buy", share, words: `${String(share)}% bought` }
    : { glyph: "▼", tone: "sell", share, words: `${String(share)}% sold` };
}

/** All the sides of a contract, in words. */
export function sides({ values }: Contract): string {
  return (
    `${exactCount(values.bought)} bought, ${exactCount(values.sold)} sold ` +
    `(${exactCount(values.by_tick_rule)} of these by the tick rule), ` +
    `${exactCount(values.unclassified)} with no side`
  );
}
