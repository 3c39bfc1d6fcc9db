import { expect, test } from "vitest";
import { flowChart, hasGaps, minuteEnds, priceChart, volatilityChart } from "./series";
import { day } from "./samples";

test("a minute stands at its end, the one that goes on at now", () => {
  expect(minuteEnds(day()).map((at) => new Date(at).toISOString())).toEqual([
    "2026-11-20T14:31:00.000Z",
    "2026-11-20T14:32:00.000Z",
    "2026-11-20T14:32:20.000Z",
  ]);
});

test("net premium adds up through the day, volume is each minute's", () => {
  const { series } = flowChart(day(), "call");

  expect(series.map(({ label, values }) => [label, values])).toEqual([
    ["Volume a minute", [5, 0, 7]],
    ["Net premium", [2000, 2000, 1500]],
  ]);
});

test("the price lies between bid and ask, and what is unknown stays a gap", () => {
  const { series, bands } = priceChart(day(), "put");

  expect(series.map(({ values }) => values)).toEqual([
    [4.1, 4.2, null],
    [4.3, 4.4, 4.5],
    [4.2, 4.2, 4.4],
    [6600, 6601, 6602],
  ]);
  expect(bands).toEqual([{ upper: "Ask", lower: "Bid", tone: "mid" }]);
  expect(volatilityChart(day(), "put").series[0]?.values).toEqual([0.2, null, 0.21]);
});

test("a gap is a minute without a volatility", () => {
  expect(hasGaps([0.2, null, 0.21])).toBe(true);
  expect(hasGaps([null, 0.2, 0.21])).toBe(true);
  expect(hasGaps([0.2, 0.21, null])).toBe(true);
  expect(hasGaps([0.2, 0.21])).toBe(false);
  expect(hasGaps([])).toBe(false);
});
