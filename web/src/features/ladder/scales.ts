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
  const [volumes, premiums]: [number[], number[]] = [[], []];
  for (const { values } of contracts) {
    volumes.push(values.volume ?? 0);
    premiums.push(values.premium ?? 0);
  }
  const volume = Math.max(before?.volume ?? 1, fullBar(volumes));
  const premium = Math.max(before?.premium ?? 1, fullBar(premiums));
  const isSame = before !== null && before.volume === volume && before.premium === premium;
  return isSame ? before : { volume, premium };
}

function fullBar(values: readonly number[]): number {
  const traded = values.filter((value) => value > 0).sort((one, other) => one - other);
  return stepAbove(traded[Math.ceil(quantile * traded.length) - 1] ?? 1);
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
