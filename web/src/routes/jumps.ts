// The rung that a number means.
import type { Rung } from "../model/rungs";

/** The rung whose strike is nearest to a number that was typed; undefined for other text. */
export function rungOf(rungs: readonly Rung[], typed: string): Rung | undefined {
  const text = typed.trim().replaceAll(",", "");
  if (!/^\d+(\.\d+)?$/.test(text)) {
    return undefined;
  }
  const off = ({ strike }: Rung) => Math.abs(strike - Number(text));
  return rungs.reduce<Rung | undefined>(
    (best, each) => (best === undefined || off(each) < off(best) ? each : best),
    undefined,
  );
}
