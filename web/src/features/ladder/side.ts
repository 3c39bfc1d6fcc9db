// Who crossed the spread.
import { count } from "../../format/numbers";
import type { Contract } from "../../model/flow";

export interface Lean {
  readonly glyph: "▲" | "▼" | "◆";
  readonly tone: "buy" | "sell" | "mid";
  /** The larger side's share of all that traded, in percent. */
  readonly share: number;
  readonly words: string;
}

/** The side that crossed the spread more often; null where no side is known. */
export function lean({ values }: Contract): Lean | null {
  const { volume, bought, sold } = values;
  if (!volume || bought === null || bought === undefined || sold === null || sold === undefined) {
    return null;
  }
  if (bought + sold === 0) {
    return null;
  }
  const share = Math.round((100 * Math.max(bought, sold)) / volume);
  if (Math.round((100 * bought) / (bought + sold)) === 50) {
    return { glyph: "◆", tone: "mid", share, words: `${String(share)}% each way` };
  }
  return bought > sold
    ? { glyph: "▲", tone: "buy", share, words: `${String(share)}% bought` }
    : { glyph: "▼", tone: "sell", share, words: `${String(share)}% sold` };
}

/** All the sides of a contract, in words. */
export function sides({ values }: Contract): string {
  return (
    `${count(values.bought)} bought, ${count(values.sold)} sold ` +
    `(${count(values.by_tick_rule)} of these by the tick rule), ` +
    `${count(values.unclassified)} without a side`
  );
}
