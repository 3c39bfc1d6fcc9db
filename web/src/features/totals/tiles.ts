// The numbers above the ladder. What has no data has no tile.
import { count, dollars, percent, price, ratio, share, signedDollars } from "../../format/numbers";
import type { Flow } from "../../model/flow";
import type { Term } from "../../model/glossary";
import { cumulative } from "../../model/history";
import type { Value } from "../../model/messages";
import { atTheMoney, both, isWatchedWhole, unclassifiedShare, withoutDeltaShare } from "../../model/summary";

export interface Tile {
  readonly name: string;
  readonly term: Term;
  readonly value: string;
  /** What stands under the value. */
  readonly note: string;
  readonly kind: "call" | "put" | "both";
  /** The course of the day, by the minute; empty for none. */
  readonly course: readonly Value[];
  /** Whether it takes little room. */
  readonly isNarrow?: boolean;
  /** Whether the course goes through zero. */
  readonly isNet?: boolean;
}

export function tiles(flow: Flow): Tile[] {
  return [...coverage(flow), ...nets(flow), ...sums(flow), ...atSpot(flow), honesty(flow)];
}

/** Of how many contracts the totals are, where they are not of all. */
function coverage({ totals }: Flow): Tile[] {
  return isWatchedWhole(totals)
    ? []
    : [
        {
          name: "Totals of",
          term: "watched",
          value: `${count(totals.watched)} of ${count(totals.contracts)}`,
          note: "contracts watched",
          kind: "both",
          course: [],
          isNarrow: true,
        },
      ];
}

function nets({ totals, history }: Flow): Tile[] {
  return [
    {
      name: "Net call premium",
      term: "net_premium",
      value: signedDollars(totals.call_net_premium),
      note: `of ${dollars(totals.call_premium)}`,
      kind: "call",
      course: cumulative(history.call_net_premium),
      isNet: true,
    },
    {
      name: "Net put premium",
      term: "net_premium",
      value: signedDollars(totals.put_net_premium),
      note: `of ${dollars(totals.put_premium)}`,
      kind: "put",
      course: cumulative(history.put_net_premium),
      isNet: true,
    },
  ];
}

function sums({ totals, history }: Flow): Tile[] {
  const calls = history.call_volume;
  const puts = history.put_volume;
  return [
    {
      name: "Volume",
      term: "volume",
      value: count(both(totals.call_volume, totals.put_volume)),
      note: `C ${count(totals.call_volume)} · P ${count(totals.put_volume)}`,
      kind: "both",
      course: sum(calls, puts),
    },
    {
      name: "Premium",
      term: "premium",
      value: dollars(both(totals.call_premium, totals.put_premium)),
      note: `C ${dollars(totals.call_premium)} · P ${dollars(totals.put_premium)}`,
      kind: "both",
      course: sum(history.call_premium, history.put_premium),
    },
    {
      name: "Put/call",
      term: "put_call",
      value: ratio(totals.put_call_ratio),
      note: "by volume",
      kind: "both",
      course: quotient(cumulative(puts), cumulative(calls)),
    },
  ];
}

function atSpot(flow: Flow): Tile[] {
  const money = atTheMoney(flow);
  if (money === null) {
    return [];
  }
  const { strike, iv, move } = money;
  return [
    {
      name: "ATM IV",
      term: "atm_iv",
      value: percent(iv),
      note: `${flow.greeksApprox ? "approx. " : ""}at ${String(strike)}`,
      kind: "both",
      course: [],
      isNarrow: true,
    },
    {
      name: "Expected move",
      term: "straddle",
      value: move === null ? price(null) : `±${price(move)}`,
      note:
        move === null || flow.spot === null
          ? `straddle at ${String(strike)}`
          : `±${((100 * move) / flow.spot).toFixed(2)}% · straddle ${String(strike)}`,
      kind: "both",
      course: [],
    },
  ];
}

function honesty(flow: Flow): Tile {
  return {
    name: "No side",
    term: "unclassified",
    value: share(unclassifiedShare(flow.totals)),
    note: `${share(withoutDeltaShare(flow))} without delta`,
    kind: "both",
    course: [],
    isNarrow: true,
  };
}

function sum(one: readonly Value[], other: readonly Value[]): Value[] {
  return one.map((value, place) => both(value, other[place] ?? null));
}

function quotient(above: readonly number[], below: readonly number[]): Value[] {
  return above.map((value, place) => {
    const divisor = below[place] ?? 0;
    return divisor === 0 ? null : value / divisor;
  });
}
