// The contracts of a series as a ladder: one rung a strike, the highest first.
import type { Contract, Flow } from "../../model/flow";
import type { Value } from "../../model/messages";

export interface Rung {
  readonly strike: number;
  readonly call: Contract | null;
  readonly put: Contract | null;
}

export function rungs(flow: Pick<Flow, "contracts" | "inView">, showsAll: boolean): Rung[] {
  const byStrike = new Map<number, Rung>();
  for (const contract of flow.contracts.values()) {
    if (showsAll || flow.inView.has(contract.id)) {
      const rung = byStrike.get(contract.strike) ?? {
        strike: contract.strike,
        call: null,
        put: null,
      };
      byStrike.set(
        contract.strike,
        contract.right === "C" ? { ...rung, call: contract } : { ...rung, put: contract },
      );
    }
  }
  return [...byStrike.values()].sort((one, other) => other.strike - one.strike);
}

/** How many rungs lie above the spot: the spot's line stands behind that many. */
export function rungsAbove(ladder: readonly Rung[], spot: Value): number | null {
  return spot === null ? null : ladder.filter((rung) => rung.strike > spot).length;
}

export interface Lean {
  readonly sign: "▲" | "▼" | "◆";
  readonly words: string;
}

/** Who crossed the spread more often, and by how much: the larger side's share of all that traded. */
export function lean(contract: Contract | null): Lean | null {
  const volume = contract?.values.volume;
  const bought = contract?.values.bought;
  const sold = contract?.values.sold;
  if (bought === null || bought === undefined || sold === null || sold === undefined) {
    return null;
  }
  if (!volume || bought + sold === 0) {
    return null;
  }
  const share = Math.round((100 * Math.max(bought, sold)) / volume);
  if (bought === sold) {
    return { sign: "◆", words: "even" };
  }
  return bought > sold
    ? { sign: "▲", words: `${String(share)}% bought` }
    : { sign: "▼", words: `${String(share)}% sold` };
}
