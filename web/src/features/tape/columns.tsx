// The columns of the tape. A side has its colour and its glyph in a cell of its own, away from the
// colours of calls and puts.
import type { ReactNode } from "react";
import { count, dollars, exactCount, exactDollars, percent, price, unknown } from "../../format/numbers";
import { secondIn, type Zone } from "../../format/times";
import type { Print } from "./prints";

export interface Column {
  readonly name: string;
  readonly className: string;
  readonly cell: (print: Print, zone: Zone) => ReactNode;
  /** What the pointer is told over the cell. */
  readonly title?: (print: Print) => string;
}

const sides = {
  buy: { glyph: "▲", byTicks: "△", word: "Buy" },
  sell: { glyph: "▼", byTicks: "▽", word: "Sell" },
} as const;

function Side({ print }: { print: Print }) {
  if (print.side === null) {
    return <span className="mid">◆ No side</span>;
  }
  const { glyph, byTicks, word } = sides[print.side];
  return (
    <span className={print.side}>
      {print.by_tick_rule ? byTicks : glyph} {word}
    </span>
  );
}

function sideTitle({ side, by_tick_rule }: Print): string {
  if (side === null) {
    return "Who crossed the spread cannot be told";
  }
  const who = side === "buy" ? "The buyer" : "The seller";
  return `${who} crossed the spread${by_tick_rule ? ", by the tick rule" : ""}`;
}

function quote({ bid, ask }: Print): string {
  return bid === null && ask === null ? unknown : `${price(bid)}×${price(ask)}`;
}

function source({ conditions, exchange }: Print): string {
  const kinds = conditions.filter((name) => name !== "Electronic");
  return [...kinds, ...(exchange === null ? [] : [exchange])].join(" · ");
}

export const columns: readonly Column[] = [
  {
    name: "Time",
    className: "time",
    cell: (print, zone) => secondIn(print.time, zone),
    title: (print) => print.time,
  },
  { name: "Side", className: "side", cell: (print) => <Side print={print} />, title: sideTitle },
  {
    name: "C/P",
    className: "right",
    cell: ({ right }) => <span className={right === "C" ? "call" : "put"}>{right}</span>,
    title: ({ right }) => (right === "C" ? "Call" : "Put"),
  },
  {
    name: "Strike",
    className: "strike",
    cell: ({ strike }) => String(strike),
    title: ({ ticker }) => ticker,
  },
  { name: "Price", className: "price", cell: (print) => price(print.price) },
  {
    name: "Size",
    className: "size",
    cell: ({ size }) => count(size),
    title: ({ size }) => `${exactCount(size)} contracts`,
  },
  {
    name: "Premium",
    className: "premium",
    cell: ({ premium }) => dollars(premium),
    title: ({ premium }) => exactDollars(premium),
  },
  {
    name: "Bid×ask",
    className: "quote",
    cell: quote,
    title: ({ spot }) => `At the print; spot ${price(spot)}`,
  },
  {
    name: "IV",
    className: "iv",
    cell: ({ iv }) => percent(iv),
    title: () => "Implied volatility of the second before, by our own reckoning",
  },
  {
    name: "Kind",
    className: "kind",
    cell: source,
    title: ({ conditions, exchange }) => [...conditions, exchange ?? "exchange unknown"].join(", "),
  },
];

/** Whether its option was in the money as it traded. */
export function isInTheMoney({ right, strike, spot }: Print): boolean {
  return spot !== null && (right === "C" ? strike < spot : strike > spot);
}
