import type { Value } from "../model/messages";

const width = 100;
const height = 24;
const margin = 2;
/** More points than this are no more to see. */
const mostPoints = 100;

/** A line through the known values over the whole width; null where there are fewer than two. */
export function polyline(
  values: readonly Value[],
  hasZero: boolean,
): { readonly path: string; readonly zero: number | null } | null {
  const points = thinned(values)
    .map((value, place, all) => ({ x: (width * place) / Math.max(1, all.length - 1), value }))
    .filter((point): point is { x: number; value: number } => point.value !== null);
  if (points.length < 2) {
    return null;
  }
  const shown = points.map(({ value }) => value).concat(hasZero ? [0] : []);
  const low = Math.min(...shown);
  const high = Math.max(...shown);
  const y = (value: number) =>
    high === low ? height / 2 : margin + ((high - value) / (high - low)) * (height - 2 * margin);
  return {
    path: points
      .map(({ x, value }, place) => `${place === 0 ? "M" : "L"}${x.toFixed(1)} ${y(value).toFixed(1)}`)
      .join(""),
    zero: hasZero ? y(0) : null,
  };
}

function thinned(values: readonly Value[]): readonly Value[] {
  const step = Math.ceil(values.length / mostPoints);
  return step <= 1
    ? values
    : values.filter((_, place) => place % step === 0 || place === values.length - 1);
}
