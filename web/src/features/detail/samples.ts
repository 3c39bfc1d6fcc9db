// A contract's day for tests, as the server spells it.
import type { ContractDay } from "./useContractDay";

/** Two minutes and a third one that goes on. */
export function day(changes: Partial<ContractDay> = {}): ContractDay {
  return {
    ticker: "O:SPXW261120C06000000",
    underlying: "SPX",
    root: "SPXW",
    expiry: "2026-11-20",
    strike: 6000,
    right: "C",
    as_of: "2026-11-20T14:32:20Z",
    generation: 0,
    from: "2026-11-20T14:30:00Z",
    step_seconds: 60,
    volume: [5, 0, 7],
    bought: [4, 0, 1],
    sold: [1, 0, 5],
    unclassified: [0, 0, 1],
    premium: [2500, 0, 3000],
    net_premium: [2000, 0, -500],
    last: [4.2, 4.2, 4.4],
    bid: [4.1, 4.2, null],
    ask: [4.3, 4.4, 4.5],
    iv: [0.2, null, 0.21],
    delta: [0.5, null, 0.51],
    gamma: [0.01, null, 0.01],
    theta: [-40, null, -41],
    vega: [0.5, null, 0.5],
    spot: [6600, 6601, 6602],
    ...changes,
  };
}
