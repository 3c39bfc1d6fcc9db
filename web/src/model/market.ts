// The market's clock: what it is doing at an instant, and until when. The hours come from the
// server's calendar; here they are only compared and subtracted.
import type { Market, Phase } from "./messages";

export interface MarketClock {
  readonly phase: Phase["phase"] | "closed";
  /** The next change: what begins, or null for a close, and when. */
  readonly next: { readonly opens: Phase["phase"] | null; readonly at: number };
}

export function marketClock(market: Market, at: number): MarketClock {
  const now = market.phases.find(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to));
  if (now !== undefined) {
    const end = Date.parse(now.to);
    const then = market.phases.find(({ from }) => Date.parse(from) === end);
    return { phase: now.phase, next: { opens: then?.phase ?? null, at: end } };
  }
  const ahead = market.phases.find(({ from }) => Date.parse(from) > at) ?? market.next;
  return {
    phase: "closed",
    next: { opens: ahead.phase, at: Date.parse(ahead.from) },
  };
}
