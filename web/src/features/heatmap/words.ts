// What the measures are called, how their numbers are written, and what a cell says.
import { count, dollars, exactCount, exactDollars, price, signed } from "../../format/numbers";
import { minuteIn, zoneName, type Zone } from "../../format/times";
import { cellValue, type Heatmap, type Measure, type Side } from "../../model/heatmap";
import type { Value } from "../../model/messages";

interface Wording {
  readonly name: string;
  /** What it counts, where dollars do not say so. */
  readonly unit: string;
  readonly short: (value: Value | undefined) => string;
  readonly exact: (value: Value | undefined) => string;
}

export const wordings: Readonly<Record<Measure, Wording>> = {
  net_premium: {
    name: "Net premium",
    unit: "",
    short: signed(dollars),
    exact: signed(exactDollars),
  },
  premium: { name: "Premium", unit: "", short: dollars, exact: exactDollars },
  volume: { name: "Volume", unit: "contracts", short: count, exact: exactCount },
  delta_flow: {
    name: "Delta flow",
    unit: "shares",
    short: signed(count),
    exact: signed(exactCount),
  },
};

export const sideNames: Readonly<Record<Side, string>> = {
  both: "calls and puts",
  call: "calls",
  put: "puts",
};

export interface CellWords {
  /** `+$1,240,315`. */
  readonly value: string;
  /** `Net premium, calls and puts`. */
  readonly what: string;
  /** `13:40–13:45 ET`. */
  readonly time: string;
  /** `6600`. */
  readonly strike: string;
  /** Calls and puts apart, where both are shown. */
  readonly parts: string | null;
  /** `SPX 6,604.31`, at the step's end. */
  readonly spot: string | null;
}

interface Asked {
  readonly heatmap: Heatmap;
  readonly side: Side;
  readonly column: number;
  readonly strike: number;
  readonly spot: number | null;
  readonly zone: Zone;
}

/** What one cell says, for the eye and for the ear. */
export function cellWords({ heatmap, side, column, strike, spot, zone }: Asked): CellWords {
  const { name, unit, exact } = wordings[heatmap.measure];
  const traded = heatmap.columns[column];
  const told = (of: Side) => {
    const value = cellValue(traded, strike, of);
    return value === null ? "no prints" : `${exact(value)}${unit === "" ? "" : ` ${unit}`}`;
  };
  const from = heatmap.from + column * heatmap.stepSeconds * 1000;
  const to = from + heatmap.stepSeconds * 1000;
  return {
    value: column < heatmap.columns.length ? told(side) : "not yet",
    what: `${name}, ${sideNames[side]}`,
    time: `${minuteIn(from, zone)}–${minuteIn(to, zone)} ${zoneName(zone)}`,
    strike: String(strike),
    parts:
      side === "both" && cellValue(traded, strike, "both") !== null
        ? `calls ${told("call")}, puts ${told("put")}`
        : null,
    spot: spot === null ? null : `${heatmap.underlying} ${price(spot)}`,
  };
}

/** The words in one line. */
export function sentence({ value, what, time, strike, parts, spot }: CellWords): string {
  return [`Strike ${strike}, ${time}: ${value}`, what, parts, spot]
    .filter((part) => part !== null)
    .join(". ");
}
