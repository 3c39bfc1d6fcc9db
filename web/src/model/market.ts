// The market's clock: what it is doing at an instant, and until when. The hours come from the
// server's calendar; here they are only compared and subtracted.
import type { Market, Phase } from "./messages";

/**
 * What time it is at the market, in milliseconds since 1970, when this machine's clock shows `now`: of
 * that only the time since the last message counts, so that a wrong clock here does no harm. Where the
 * server tells no time of the market's, this machine's stands for it.
 */
export function marketTime(clock: string | null, heardAt: number | null, now: number): number {
  return clock === null || heardAt === null ? now : Date.parse(clock) + Math.max(0, now - heardAt);
}

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
