// What is marked in the strike's cell: where the spot was today, and how far it is expected to go.
import type { Flow } from "../../model/flow";
import { atTheMoney } from "../../model/summary";

/** Both ends belong to it. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** The lowest and the highest spot so far: the minutes' ends, the open and now; null without one. */
export function dayRange({
  history,
  open,
  spot,
}: Pick<Flow, "open" | "spot"> & { readonly history: Pick<Flow["history"], "spot"> }): Span | null {
  const known = [...history.spot, open, spot].filter((value) => value !== null);
  return known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) };
}

/** The expected move either way of the spot; null if unknown. */
export function expectedSpan(flow: Parameters<typeof atTheMoney>[0]): Span | null {
  const move = atTheMoney(flow)?.move ?? null;
  return flow.spot === null || move === null
    ? null
    : { low: flow.spot - move, high: flow.spot + move };
}

export function holds(span: Span | null, strike: number): boolean {
  return span !== null && strike >= span.low && strike <= span.high;
}

/** A row's part of the bracket around the strikes of a span. */
export type Bracket = "top" | "side" | "bottom" | "both" | null;

/** The part of the row at that place, of strikes that run either way. */
export function bracketAt(span: Span | null, strikes: readonly number[], place: number): Bracket {
  const isIn = (at: number) => holds(span, strikes[at] ?? NaN);
  if (!isIn(place)) {
    return null;
  }
  const [begins, ends] = [!isIn(place - 1), !isIn(place + 1)];
  if (begins && ends) {
    return "both";
  }
  return begins ? "top" : ends ? "bottom" : "side";
}
