import { expect, test } from "vitest";
import type { Contract } from "../../model/flow";
import { columns as all } from "../../model/messages";
import { grownKnown, sidesOf, type Facts } from "./columns";

const has = new Set(all);
const scales = { volume: 100, premium: 10_000 };
const ids = (columns: readonly { id: string }[]) => columns.map(({ id }) => id);

function facts(values: Contract["values"], isInView = true): Facts {
  const contract: Contract = { id: 1, ticker: "C", strike: 6600, right: "C", values };
  return { contract, isInView };
}

function shown(id: string, of: Facts) {
  const presets = ["flow", "quotes", "greeks"] as const;
  const column = presets
    .flatMap((preset) => sidesOf(preset, true, has).calls)
    .find((each) => each.id === id);
  return column?.show(of, scales);
}

test("puts mirror calls, delta next to the strike", () => {
  const { calls, puts } = sidesOf("flow", false, has);

  expect(ids(calls)).toEqual([
    ...["side", "volume", "last_minute_volume", "premium", "iv", "delta"],
  ]);
  expect(ids(puts)).toEqual(ids(calls).toReversed());
});

test("a bid stands left of its ask on both sides", () => {
  const { calls, puts } = sidesOf("quotes", false, has);

  expect(ids(calls).slice(3)).toEqual(["bid_size", "bid", "ask", "ask_size"]);
  expect(ids(puts)).toEqual([
    ...["bid_size", "bid", "ask", "ask_size"],
    ...["last", "volume", "open_interest"],
  ]);
});

test("a column that nobody has numbers for is absent", () => {
  const known = grownKnown(null, [facts({ volume: 0, bought: 0, iv: null }).contract], all);
  expect(ids(sidesOf("flow", false, known).calls)).toEqual(["side", "volume"]);

  const later = grownKnown(known, [facts({ iv: 0.2 }).contract], all);
  expect(ids(sidesOf("flow", false, later).calls)).toEqual(["side", "volume", "iv"]);
  expect(grownKnown(later, [facts({}).contract], all)).toBe(later);
});

test("a wide ladder shows the vendor's volatility and delta where it gives any", () => {
  const ours = new Set(all.filter((column) => !column.startsWith("vendor_")));

  expect(ids(sidesOf("greeks", true, has).calls).slice(0, 3)).toEqual(["volume", "vendor_iv", "vendor_delta"]);
  expect(ids(sidesOf("greeks", true, ours).calls)).not.toContain("vendor_iv");
  expect(shown("vendor_iv", facts({ vendor_iv: 0.142 }))?.text).toBe("14.2%");
});

test("no bid is a zero, no quote a dash", () => {
  expect(shown("bid", facts({ bid: 0, ask: 0.05 }))?.text).toBe("0.00");
  expect(shown("ask", facts({ bid: 0, ask: 0.05 }))?.text).toBe("0.05");
  expect(shown("bid", facts({ bid: null }))?.text).toBe("–");
  expect(shown("middle", facts({ bid: 4.1, ask: 4.3 }))?.text).toBe("4.20");
  expect(shown("middle", facts({ bid: 4.1, ask: null }))?.text).toBe("–");
});

test("a short number has its full one as title, a missing one its reason", () => {
  expect(shown("volume", facts({ volume: 12_431 }))).toMatchObject({
    text: "12.4K",
    title: "12,431",
    bar: 1,
  });
  expect(shown("premium", facts({ premium: 2_500 }))).toMatchObject({ text: "$2.50K", bar: 0.5 });
  expect(shown("iv", facts({ iv: null }, false))?.title).toBe(
    "Computed for the strikes in view only",
  );
  expect(shown("iv", facts({ iv: 0.142 }))).toEqual({ text: "14.2%" });
});
