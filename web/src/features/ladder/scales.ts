// How long the bars in the cells are.
import type { Contract } from "../../model/flow";
import type { Value } from "../../model/messages";

/** What a full bar stands for: contracts, and dollars. */
export interface Scales {
  readonly volume: number;
  readonly premium: number;
}

/** One contract in fifty may reach beyond the end of its bar. */
const quantile = 0.98;

/**
 * Scales that hold 98 % of the contracts that traded. They go up in steps (1, 2, 5, 10, …) and never
 * down, so that bars change because of their contract, and not because of another one.
 */
export function grownScales(before: Scales | null, contracts: Iterable<Contract>): Scales {
  const all = [...contracts];
  const volume = grown(before?.volume ?? 1, all, "volume");
  const premium = grown(before?.premium ?? 1, all, "premium");
  const isSame = before !== null && before.volume === volume && before.premium === premium;
  return isSame ? before : { volume, premium };
}

function grown(scale: number, contracts: readonly Contract[], of: keyof Scales): number {
  let [traded, beyond] = [0, 0];
  for (const { values } of contracts) {
    const value = values[of] ?? 0;
    traded += value > 0 ? 1 : 0;
    beyond += value > scale ? 1 : 0;
  }
  if (beyond <= traded - Math.ceil(quantile * traded)) {
    return scale;
  }
  const values = contracts.map((contract) => contract.values[of] ?? 0).filter((value) => value > 0);
  values.sort((one, other) => one - other);
  return stepAbove(values[Math.ceil(quantile * traded) - 1] ?? scale);
}

function stepAbove(value: number): number {
  let power = 1;
  while (10 * power <= value) {
    power *= 10;
  }
  return power * ([1, 2, 5].find((step) => step * power >= value) ?? 10);
}

/** The part of the cell that its bar fills, by the square root, to the hundredth; null for no bar. */
export function barShare(value: Value | undefined, scale: number): number | null {
  if (value === null || value === undefined || value <= 0) {
    return null;
  }
  return Math.round(100 * Math.min(1, Math.sqrt(value / scale))) / 100;
}
