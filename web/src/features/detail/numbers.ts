// The numbers of a contract, each in its whole and with what it means.
import { gamma, theta, vega } from "../../format/greeks";
import {
  age,
  delta,
  exactCount,
  exactDollars,
  percent,
  price,
  signed,
  unknown,
} from "../../format/numbers";
import type { Contract } from "../../model/flow";
import type { Column, Value } from "../../model/messages";

type Values = Contract["values"];
type Format = (value: Value | undefined) => string;

export interface Line {
  readonly name: string;
  readonly meaning: string;
  readonly show: (values: Values) => string;
}

export interface Group {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Left out where nobody gave any of it. */
  readonly needs?: Column;
}

function line(name: string, column: Column, format: Format, meaning: string): Line {
  return { name, meaning, show: (values) => format(values[column]) };
}

/** A price with the contracts wanted or offered at it, `4.30 (12)`. */
function sized(name: string, at: "bid" | "ask", meaning: string): Line {
  return {
    name,
    meaning,
    show: (values) => {
      const size = values[`${at}_size`];
      const text = price(values[at]);
      return size === null || size === undefined ? text : `${text} (${exactCount(size)})`;
    },
  };
}

/** A number that takes both sides of the quote. */
function quoted(name: string, meaning: string, of: (bid: number, ask: number) => number): Line {
  return {
    name,
    meaning,
    show: ({ bid, ask }) =>
      bid === null || bid === undefined || ask === null || ask === undefined
        ? unknown
        : price(of(bid, ask)),
  };
}

/** How long before the shown instant something was. */
const before: Format = (milliseconds) =>
  milliseconds === null || milliseconds === undefined ? unknown : `${age(milliseconds)} before`;

const shares: Format = signed(exactCount);

const quote: Group = {
  title: "Quote",
  lines: [
    line("Last", "last", price, "The last price that traded, dollars a share"),
    sized("Bid", "bid", "The highest bid, and for how many contracts; 0.00 for none"),
    sized("Ask", "ask", "The lowest offer, and of how many contracts"),
    quoted("Mid", "The middle of bid and ask", (bid, ask) => (bid + ask) / 2),
    quoted("Spread", "Ask less bid", (bid, ask) => ask - bid),
  ],
};

const contracts: Group = {
  title: "Contracts",
  lines: [
    line("Volume", "volume", exactCount, "Traded on the day's tape"),
    line("Bought", "bought", exactCount, "The buyer crossed the spread"),
    line("Sold", "sold", exactCount, "The seller crossed the spread"),
    line("No side", "unclassified", exactCount, "Auctions, packages, and prints without a quote"),
    line("By tick rule", "by_tick_rule", exactCount, "Bought or sold by the tick rule alone"),
    line("Out of hours", "outside", exactCount, "Outside the tape's hours, in no total"),
    line("OI", "open_interest", exactCount, "Open interest at the end of the day before"),
  ],
};

const money: Group = {
  title: "Money",
  lines: [
    line("Premium", "premium", exactDollars, "Price × size × 100"),
    line("Net premium", "net_premium", signed(exactDollars), "Premium bought less premium sold"),
    line("Delta flow", "net_delta_flow", shares, "Shares: side × size × 100 × delta, summed"),
    line("Gamma flow", "net_gamma_flow", shares, "Shares a dollar: with gamma in delta's place"),
  ],
};

const model: Group = {
  title: "Model",
  lines: [
    line("IV", "iv", percent, "Implied volatility, a year"),
    line("Delta", "delta", delta, "Dollars for a dollar of the underlying"),
    line("Gamma", "gamma", gamma, "Delta for a dollar of the underlying"),
    line("Theta", "theta", theta, "Dollars a calendar day"),
    line("Vega", "vega", vega, "Dollars a volatility point"),
    line("Computed", "greeks_age_ms", before, "How long before this instant they were computed"),
  ],
};

const vendor: Group = {
  title: "Vendor",
  needs: "vendor_age_ms",
  lines: [
    line("Vendor IV", "vendor_iv", percent, "Implied volatility as the vendor computes it"),
    line("Vendor delta", "vendor_delta", delta, "As the vendor computes it; flows are by ours"),
    line("Vendor gamma", "vendor_gamma", gamma, "As the vendor computes it"),
    line("Vendor theta", "vendor_theta", theta, "As the vendor computes it"),
    line("Vendor vega", "vendor_vega", vega, "As the vendor computes it"),
    line("Given", "vendor_age_ms", before, "How long before this instant the vendor's are from"),
  ],
};

/** The tables, each with its groups. */
export const tables: readonly (readonly Group[])[] = [
  [quote, model, vendor],
  [contracts, money],
];
