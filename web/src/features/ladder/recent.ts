// What traded in the last minute of the market's time, from the frames that came in it.
import type { Contract, Flow } from "../../model/flow";
import type { Value } from "../../model/messages";

interface Sample {
  readonly at: number;
  readonly contracts: ReadonlyMap<number, Contract>;
}

/** Frames of the last minute and a half, oldest first. Contracts in them are shared, not copied. */
export type Ring = readonly Sample[];

const minute = 60_000;
/** A difference over longer than this is no longer called a minute's. */
const longest = 90_000;
/** Frames closer together than this are not kept. */
const spacing = 2_000;

export type Watched = Pick<Flow, "asOf" | "contracts">;

/** The ring with that state in it; the very same ring where that changes nothing. */
export function watched(ring: Ring, { asOf, contracts }: Watched): Ring {
  const at = Date.parse(asOf ?? "");
  const last = ring.at(-1)?.at;
  if (Number.isNaN(at) || (last !== undefined && at >= last && at < last + spacing)) {
    return ring;
  }
  const kept = last !== undefined && at < last ? [] : ring.filter((each) => each.at >= at - longest);
  return [...kept, { at, contracts }];
}

/** The contracts as they were a minute before; null where nobody watched then. */
export function aMinuteBefore(
  ring: Ring,
  asOf: string | null,
): ReadonlyMap<number, Contract> | null {
  const at = Date.parse(asOf ?? "");
  const sample = ring.findLast((each) => each.at <= at - minute);
  return sample === undefined || sample.at < at - longest ? null : sample.contracts;
}

/** How many contracts traded since; null for unknown. */
export function recentVolume(
  contract: Contract | null,
  before: ReadonlyMap<number, Contract> | null,
): Value {
  const volume = contract?.values.volume;
  if (contract === null || before === null || volume === null || volume === undefined) {
    return null;
  }
  return volume - (before.get(contract.id)?.values.volume ?? 0);
}
