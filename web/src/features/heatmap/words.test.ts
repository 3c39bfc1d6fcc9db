import { expect, test } from "vitest";
import type { Heatmap } from "../../model/heatmap";
import { cellWords, sentence } from "./words";

const heatmap: Heatmap = {
  underlying: "SPX",
  expiry: "2026-11-20",
  asOf: "2026-11-20T14:37:00Z",
  generation: 1,
  measure: "net_premium",
  from: Date.parse("2026-11-20T14:30:00Z"),
  stepSeconds: 300,
  columns: [
    { calls: new Map([[6000, 1_240_315]]), puts: new Map([[6000, -40_315]]) },
    { calls: new Map(), puts: new Map() },
  ],
};

const asked = { heatmap, side: "both", column: 0, strike: 6000, spot: 6001.5, zone: "et" } as const;

test("a cell says its value to the last dollar, its time, its strike and its parts", () => {
  expect(sentence(cellWords(asked))).toBe(
    "Strike 6000, 09:30–09:35 ET: +$1,200,000. Net premium, calls and puts. " +
      "calls +$1,240,315, puts −$40,315. SPX 6,001.50",
  );
});

test("one side has no parts", () => {
  expect(cellWords({ ...asked, side: "put" })).toMatchObject({
    value: "−$40,315",
    what: "Net premium, puts",
    parts: null,
  });
});

test("times are in the zone that is asked for", () => {
  expect(cellWords({ ...asked, zone: "utc" }).time).toBe("14:30–14:35 UTC");
});

test("a cell without prints says so, and one that is still to come too", () => {
  expect(cellWords({ ...asked, column: 1 }).value).toBe("no prints");
  expect(cellWords({ ...asked, column: 2, spot: null })).toMatchObject({
    value: "not yet",
    spot: null,
  });
});

test("what is no money has its unit", () => {
  expect(cellWords({ ...asked, heatmap: { ...heatmap, measure: "volume" } }).value).toBe(
    "1,200,000 contracts",
  );
});
