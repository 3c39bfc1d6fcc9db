// The numbers above the ladder: what the whole expiry traded, and what the money is worth at the spot.
import { expectedMove } from "./expectedMove";
import type { Contract, Flow } from "./flow";
import type { Totals, Value } from "./messages";

/** The listed strike nearest to the spot that has a call and a put in view. */
export interface AtTheMoney {
  readonly strike: number;
  /** The mean of call's and put's volatility, or the one that is known. */
  readonly iv: Value;
  /** The move either way that the middles of call and put imply; null once the expiry is over. */
  readonly move: Value;
}

export function atTheMoney(
  flow: Pick<Flow, "contracts" | "inView" | "spot" | "asOf" | "market">,
): AtTheMoney | null {
  const { spot } = flow;
  if (spot === null) {
    return null;
  }
  const pairs = pairsInView(flow);
  const nearest = [...pairs.keys()].sort(
    (one, other) => Math.abs(one - spot) - Math.abs(other - spot) || one - other,
  )[0];
  const pair = nearest === undefined ? undefined : pairs.get(nearest);
  if (nearest === undefined || pair === undefined) {
    return null;
  }
  const call = middle(pair.call);
  const put = middle(pair.put);
  return {
    strike: nearest,
    iv: mean([pair.call.values.iv, pair.put.values.iv]),
    move: call === null || put === null || isExpired(flow) ? null : expectedMove(call, put),
  };
}

/** Whether the shown expiry has stopped trading by the instant shown. */
export function isExpired({ asOf, market }: Pick<Flow, "asOf" | "market">): boolean {
  const end = market?.expires_at ?? null;
  return asOf !== null && end !== null && Date.parse(asOf) >= Date.parse(end);
}

function pairsInView({
  contracts,
  inView,
}: Pick<Flow, "contracts" | "inView">): Map<number, { call: Contract; put: Contract }> {
  const calls = new Map<number, Contract>();
  const puts = new Map<number, Contract>();
  for (const id of inView) {
    const contract = contracts.get(id);
    if (contract !== undefined) {
      (contract.right === "C" ? calls : puts).set(contract.strike, contract);
    }
  }
  const pairs = new Map<number, { call: Contract; put: Contract }>();
  calls.forEach((call, strike) => {
    const put = puts.get(strike);
    if (put !== undefined) {
      pairs.set(strike, { call, put });
    }
  });
  return pairs;
}

function middle({ values: { bid, ask } }: Contract): Value {
  return bid === null || bid === undefined || ask === null || ask === undefined
    ? null
    : (bid + ask) / 2;
}

function mean(values: readonly (Value | undefined)[]): Value {
  const known = values.filter((value) => value !== null && value !== undefined);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Whether the totals are of the whole expiry: each of its contracts is watched. */
export function isWatchedWhole({ watched, contracts }: Totals): boolean {
  return watched === contracts;
}

/** Call and put together; null where either is unknown. */
export function both(call: Value, put: Value): Value {
  return call === null || put === null ? null : call + put;
}

/** Which share of the volume has no side; null before anything traded. */
export function unclassifiedShare(totals: Totals): Value {
  const volume = both(totals.call_volume, totals.put_volume);
  const without = both(totals.call_unclassified, totals.put_unclassified);
  return volume === null || without === null || volume === 0 ? null : without / volume;
}

/** Which share of the volume is in no delta flow; null before anything traded. */
export function withoutDeltaShare({ contracts }: Pick<Flow, "contracts">): Value {
  let volume = 0;
  let without = 0;
  for (const { values } of contracts.values()) {
    volume += values.volume ?? 0;
    without += values.without_delta ?? 0;
  }
  return volume === 0 ? null : without / volume;
}

/** The change against the close before or, where that is unknown, since the open. */
export interface Change {
  readonly points: number;
  readonly share: number;
  readonly since: "close" | "open";
}

export function change(flow: Pick<Flow, "spot" | "previousClose" | "open">): Change | null {
  const base = flow.previousClose ?? flow.open;
  return flow.spot === null || base === null || base === 0
    ? null
    : {
        points: flow.spot - base,
        share: flow.spot / base - 1,
        since: flow.previousClose === null ? "open" : "close",
      };
}
