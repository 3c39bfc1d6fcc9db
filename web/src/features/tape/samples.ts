// Prints for tests, as the server spells them.
import type { Print, TapeAnswer } from "./prints";

/** A call bought at the offer. */
export function print(changes: Partial<Print> = {}): Print {
  return {
    seq: 1,
    time: "2026-11-20T14:30:02.500Z",
    ticker: "O:SPXW261120C06000000",
    root: "SPXW",
    strike: 6000,
    right: "C",
    side: "buy",
    by_tick_rule: false,
    price: 10.5,
    size: 40,
    premium: 42_000,
    bid: 10,
    ask: 10.5,
    iv: 0.142,
    delta: 0.52,
    spot: 6001.5,
    exchange: "Cboe",
    conditions: ["Electronic"],
    bars: false,
    ...changes,
  };
}

export function answer(seqs: readonly number[], last: number, filter = ""): TapeAnswer {
  return {
    underlying: "SPX",
    expiry: "2026-11-20",
    as_of: "2026-11-20T14:30:04Z",
    generation: 0,
    last,
    filter,
    prints: seqs.map((seq) => print({ seq })),
  };
}
