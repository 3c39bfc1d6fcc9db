// Which strikes the heatmap holds: by itself those around the spot with nearly all of the premium.

/** Strikes from one to another, both included. */
export interface StrikeRange {
  readonly low: number;
  readonly high: number;
}

/** The share of the day's premium that the range of itself covers. */
const covered = 0.98;
/** It is a multiple of these many strikes, so that it seldom moves. */
const grain = 5;
const leastEachSide = 10;
const mostEachSide = 40;

/**
 * The range that a day needs so far: around the spot with nearly all of the premium, and everything
 * that it held before. It only ever grows, so that the picture stands still.
 */
export function neededRange(
  strikes: readonly number[],
  premium: ReadonlyMap<number, number>,
  spot: number | null,
  before: StrikeRange | null,
): StrikeRange | null {
  if (strikes.length === 0 || spot === null) {
    return before;
  }
  const middle = nearest(strikes, spot);
  const reach = reachOf(strikes, premium, middle);
  const last = strikes.length - 1;
  const low = strikes[Math.max(0, Math.floor((middle - reach) / grain) * grain)] ?? spot;
  const high = strikes[Math.min(last, Math.ceil((middle + reach) / grain) * grain)] ?? spot;
  if (before !== null && before.low <= low && high <= before.high) {
    return before;
  }
  return {
    low: Math.min(low, before?.low ?? low),
    high: Math.max(high, before?.high ?? high),
  };
}

/** How many strikes on each side of one hold the covered share of all premium. */
function reachOf(
  strikes: readonly number[],
  premium: ReadonlyMap<number, number>,
  middle: number,
): number {
  const all = strikes.reduce((sum, strike) => sum + (premium.get(strike) ?? 0), 0);
  const at = (place: number) => premium.get(strikes[place] ?? Number.NaN) ?? 0;
  let held = at(middle);
  let reach = 0;
  while (reach < mostEachSide && held < covered * all) {
    reach += 1;
    held += at(middle - reach) + at(middle + reach);
  }
  return Math.max(leastEachSide, reach);
}

/** The place of the strike nearest to a price. */
export function nearest(strikes: readonly number[], price: number): number {
  let best = 0;
  strikes.forEach((strike, place) => {
    if (Math.abs(strike - price) < Math.abs((strikes[best] ?? strike) - price)) {
      best = place;
    }
  });
  return best;
}

/** The strikes of a range. */
export function strikesIn(strikes: readonly number[], range: StrikeRange | null): number[] {
  return range === null
    ? []
    : strikes.filter((strike) => range.low <= strike && strike <= range.high);
}

/** The range with its size kept, so many strikes up, as far as there are any. */
export function scrolled(strikes: readonly number[], range: StrikeRange, by: number): StrikeRange {
  const { first, size } = placed(strikes, range);
  const to = Math.max(0, Math.min(strikes.length - size, first + by));
  return rangeOf(strikes, to, size);
}

/** The range with so many more strikes on each side (fewer, if negative), at least five in all. */
export function zoomed(strikes: readonly number[], range: StrikeRange, by: number): StrikeRange {
  const { first, size } = placed(strikes, range);
  const next = Math.max(Math.min(5, strikes.length), Math.min(strikes.length, size + 2 * by));
  const middle = first + (size - 1) / 2;
  const to = Math.round(middle - (next - 1) / 2);
  return rangeOf(strikes, Math.max(0, Math.min(strikes.length - next, to)), next);
}

function placed(strikes: readonly number[], range: StrikeRange): { first: number; size: number } {
  const held = strikesIn(strikes, range);
  return { first: Math.max(0, strikes.indexOf(held[0] ?? Number.NaN)), size: held.length };
}

function rangeOf(strikes: readonly number[], first: number, size: number): StrikeRange {
  return { low: strikes[first] ?? 0, high: strikes[first + size - 1] ?? 0 };
}

/** Reads `6550-6700`; null for anything else. */
export function parseRange(text: string | undefined): StrikeRange | null {
  const match = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text ?? "");
  const [low, high] = [Number(match?.[1]), Number(match?.[2])];
  return low <= high ? { low, high } : null;
}

export function printRange({ low, high }: StrikeRange): string {
  return `${String(low)}-${String(high)}`;
}
