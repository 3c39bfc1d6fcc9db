// The columns of the ladder: what each says of a contract, and in which order they stand.
import { gamma, theta, vega } from "../../format/greeks";
import { count, delta, dollars, percent, price, signedDollars, unknown } from "../../format/numbers";
import type { Contract } from "../../model/flow";
import type { Column, Value } from "../../model/messages";
import type { Search } from "../../state/search";
import { barShare, type Scales } from "./scales";
import { lean, sides } from "./side";

export interface Facts {
  readonly contract: Contract;
  readonly isInView: boolean;
}

/** What a cell shows. */
export interface Shown {
  readonly text: string;
  /** The whole of it, or why there is nothing. */
  readonly title?: string;
  /** What a screen reader says instead of the text. */
  readonly spoken?: string;
  readonly tone?: "buy" | "sell" | "mid";
  readonly bar?: number | null;
  /** Changes by itself as time goes on, so that a change of it is no news. */
  readonly isRolling?: boolean;
}

export interface LadderColumn {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  /** A column whose number nobody has is not shown. */
  readonly needs: Column;
  /** Told by a model, and by one for other options where the server says `greeks_approx`. */
  readonly isComputed?: boolean;
  /** Its part of the width, in hundredths of an even one. */
  readonly weight: number;
  readonly show: (facts: Facts, scales: Scales) => Shown;
  /** Its numbers in a file. */
  readonly fields: Readonly<Record<string, (facts: Facts) => Value>>;
}

type Format = (value: Value | undefined) => string;

/** A column that shows one number as it is. */
function plain(
  id: Column,
  name: string,
  meaning: string,
  format: Format,
  weight = 100,
): LadderColumn {
  return {
    ...{ id, name, meaning, weight, needs: id },
    show: ({ contract }) => ({ text: format(contract.values[id]) }),
    fields: { [id]: field(id) },
  };
}

/** A column of what is computed for the strikes in view alone. */
function computed(
  id: Column,
  name: string,
  meaning: string,
  format: Format,
  weight = 100,
): LadderColumn {
  return {
    ...plain(id, name, meaning, format, weight),
    isComputed: true,
    show: ({ contract, isInView }) => {
      const text = format(contract.values[id]);
      return text === unknown ? { text, title: isInView ? noVolatility : outOfView } : { text };
    },
  };
}

const notWatched = "Nobody watches it: what it trades is not known";
const outOfView = "Computed for the strikes in view only";
const noVolatility = "No quote that a volatility can be told from";

function field(id: Column) {
  return ({ contract }: Facts): Value => contract.values[id] ?? null;
}

function middle({ contract: { values } }: Facts): Value {
  const { bid, ask } = values;
  return bid === null || bid === undefined || ask === null || ask === undefined
    ? null
    : (bid + ask) / 2;
}

const side: LadderColumn = {
  id: "side",
  name: "Side",
  meaning: "Who crossed the spread more often, and that side's share of what has a side; ◆ below 55 %, or where less than a tenth has one",
  needs: "bought",
  weight: 112,
  show: ({ contract }) => {
    const leaning = lean(contract);
    return leaning === null
      ? { text: unknown, spoken: "no side" }
      : {
          text: `${leaning.glyph} ${String(leaning.share)}%`,
          spoken: leaning.words,
          title: sides(contract),
          tone: leaning.tone,
        };
  },
  fields: { bought: field("bought"), sold: field("sold"), unclassified: field("unclassified") },
};

const volume: LadderColumn = {
  ...plain("volume", "Volume", "Contracts traded today", count, 112),
  show: ({ contract: { values } }, scales) => ({
    ...inFull(count(values.volume), values.volume, ""),
    bar: barShare(values.volume, scales.volume),
  }),
};

const recent: LadderColumn = {
  ...plain("last_minute_volume", "Δ1m", "Contracts traded in the last 60 seconds", count, 92),
  show: ({ contract: { values } }) => ({
    ...inFull(count(values.last_minute_volume), values.last_minute_volume, ""),
    isRolling: true,
  }),
};

const premium: LadderColumn = {
  ...plain("premium", "Premium", "Dollars traded today: price × size × 100", dollars, 130),
  show: ({ contract: { values } }, scales) => ({
    ...inFull(dollars(values.premium), values.premium, "$"),
    bar: barShare(values.premium, scales.premium),
  }),
};

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** A short number of what traded, with its full one as title where digits are left out. */
function inFull(text: string, value: Value | undefined, unit: string): Shown {
  if (value === null || value === undefined) {
    return { text, title: notWatched };
  }
  const full = unit + whole.format(value);
  return full === text ? { text } : { text, title: full };
}

const middlePrice: LadderColumn = {
  id: "middle",
  name: "Mid",
  meaning: "The middle of bid and ask",
  needs: "bid",
  weight: 110,
  show: (facts) => ({ text: price(middle(facts)) }),
  fields: { middle },
};

const net = plain(
  "net_premium",
  "Net prem",
  "Premium bought less premium sold",
  signedDollars,
  132,
);
const iv = computed("iv", "IV", "Implied volatility, a year", percent);
const deltaColumn = computed("delta", "Delta", "Dollars for a dollar of the underlying", delta, 88);
const last = plain("last", "Last", "The last price that traded", price, 110);
const openInterest = plain(
  "open_interest",
  "OI",
  "Open interest at the end of the day before",
  count,
  96,
);
const bidSize = plain("bid_size", "Size", "Contracts bid for", count, 76);
const bid = plain("bid", "Bid", "The highest bid; 0.00 for none", price, 110);
const ask = plain("ask", "Ask", "The lowest offer", price, 110);
const askSize = plain("ask_size", "Size", "Contracts offered", count, 76);
const gammaColumn = computed("gamma", "Gamma", "Delta for a dollar of the underlying", gamma);
const thetaColumn = computed("theta", "Theta", "Dollars a calendar day", theta, 112);
const vegaColumn = computed("vega", "Vega", "Dollars a volatility point", vega, 92);
const vendorIv = plain("vendor_iv", "Vendor IV", "Implied volatility as the vendor computes it", percent);
const vendorDelta = plain("vendor_delta", "Vendor Δ", "Delta as the vendor computes it", delta);

export type Preset = NonNullable<Search["columns"]>;

/** Columns from the outside to the strike. A group keeps its own order on both sides. */
export const presets: Readonly<Record<Preset, readonly (readonly LadderColumn[])[]>> = {
  flow: [[side], [volume], [recent], [premium], [iv], [deltaColumn]],
  quotes: [[openInterest], [volume], [last], [bidSize, bid, ask, askSize]],
  greeks: [[vegaColumn], [thetaColumn], [gammaColumn], [iv], [middlePrice], [deltaColumn]],
};

/** What a wide ladder adds, outside of everything else. */
export const wider: Readonly<Record<Preset, readonly (readonly LadderColumn[])[]>> = {
  flow: [[net]],
  quotes: [[side]],
  greeks: [[volume], [vendorIv, vendorDelta]],
};

export interface Sides {
  /** As they stand left of the strike, from the left. */
  readonly calls: readonly LadderColumn[];
  /** As they stand right of it, from the left. */
  readonly puts: readonly LadderColumn[];
}

/** The columns of both sides, without those that nobody has numbers for. */
export function sidesOf(preset: Preset, isWide: boolean, has: ReadonlySet<Column>): Sides {
  const groups = [...(isWide ? wider[preset] : []), ...presets[preset]]
    .map((group) => group.filter(({ needs }) => has.has(needs)))
    .filter((group) => group.length > 0);
  return { calls: groups.flat(), puts: groups.toReversed().flat() };
}

/** The columns that some contract has had a number for; the very same set where none came new. */
export function grownKnown(
  before: ReadonlySet<Column> | null,
  contracts: Iterable<Contract>,
  all: readonly Column[],
): ReadonlySet<Column> {
  const missing = all.filter((column) => before?.has(column) !== true);
  const found = new Set<Column>();
  if (missing.length > 0) {
    for (const { values } of contracts) {
      for (const column of missing) {
        if (values[column] !== null && values[column] !== undefined) {
          found.add(column);
        }
      }
    }
  }
  return before !== null && found.size === 0 ? before : new Set([...(before ?? []), ...found]);
}
