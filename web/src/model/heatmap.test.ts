import { expect, test } from "vitest";
import {
  cellValue,
  columnValues,
  merge,
  sinceOf,
  totalsOf,
  type Heatmap,
  type HeatmapAnswer,
} from "./heatmap";

function answer(changes: Partial<HeatmapAnswer> = {}): HeatmapAnswer {
  return {
    underlying: "SPX",
    expiry: "2026-11-20",
    as_of: "2026-11-20T14:37:00Z",
    generation: 1,
    measure: "net_premium",
    from: "2026-11-20T14:30:00Z",
    step_seconds: 300,
    steps: 2,
    since: 0,
    strikes: [5995, 6000],
    calls: { strike_index: [0, 1, 1], step_index: [0, 0, 1], value: [100, -50, 7] },
    puts: { strike_index: [1], step_index: [0], value: [20] },
    ...changes,
  };
}

function heatmap(before: Heatmap | null, next: HeatmapAnswer): Heatmap {
  const merged = merge(before, next);
  if (merged === "missed") {
    throw new Error("the answer was missed");
  }
  return merged;
}

const first = heatmap(null, answer());

test("an answer's cells stand at their step and strike", () => {
  expect(first.columns).toHaveLength(2);
  expect(cellValue(first.columns[0], 5995, "call")).toBe(100);
  expect(cellValue(first.columns[0], 6000, "put")).toBe(20);
  expect(cellValue(first.columns[0], 6000, "both")).toBe(-30);
  expect(cellValue(first.columns[1], 6000, "both")).toBe(7);
});

test("where nothing traded there is no value, which is not zero", () => {
  expect(cellValue(first.columns[1], 5995, "both")).toBeNull();
  expect(cellValue(first.columns[0], 5995, "put")).toBeNull();
  expect(cellValue(undefined, 5995, "both")).toBeNull();
});

test("a later answer takes the place of the steps that it tells and leaves the others", () => {
  expect(sinceOf(first)).toBe(1);
  const later = heatmap(
    first,
    answer({
      since: 1,
      steps: 3,
      strikes: [5990, 5995, 6000],
      calls: { strike_index: [2, 0], step_index: [1, 2], value: [9, 1] },
      puts: { strike_index: [], step_index: [], value: [] },
    }),
  );

  expect(later.columns[0]).toBe(first.columns[0]);
  expect(later.columns).toHaveLength(3);
  expect(cellValue(later.columns[1], 6000, "call")).toBe(9);
  expect(cellValue(later.columns[2], 5990, "call")).toBe(1);
});

test("an answer of another day's beginning, measure, step or expiry does not go on from this", () => {
  for (const other of [
    { generation: 2 },
    { measure: "volume" as const },
    { step_seconds: 60 as const },
    { expiry: "2026-11-23" },
    { underlying: "SPY" },
  ]) {
    const nothing = { strike_index: [], step_index: [], value: [] };
    expect(merge(first, answer({ since: 1, calls: nothing, puts: nothing, ...other }))).toBe("missed");
    expect(heatmap(first, answer(other)).columns[0]).not.toBe(first.columns[0]);
  }
});

test("an answer behind a hole is missed", () => {
  const nothing = { strike_index: [], step_index: [], value: [] };

  expect(merge(first, answer({ since: 5, steps: 6, calls: nothing, puts: nothing }))).toBe("missed");
  expect(merge(null, answer({ since: 1, calls: nothing, puts: nothing }))).toBe("missed");
});

test("a cell outside the answer's own strikes or steps is an error", () => {
  const outside = { strike_index: [2], step_index: [0], value: [1] };

  expect(() => merge(null, answer({ calls: outside }))).toThrow("cell 0 of calls has no strike");
});

test("the values of a column are those of its side", () => {
  const column = first.columns[0];
  if (column === undefined) {
    throw new Error("no column");
  }

  expect(columnValues(column, "call")).toEqual([100, -50]);
  expect(columnValues(column, "put")).toEqual([20]);
  expect(columnValues(column, "both")).toEqual([100, -30]);
});

test("totals add up each strike's steps", () => {
  const totals = totalsOf(first.columns);

  expect(cellValue(totals, 6000, "call")).toBe(-43);
  expect(cellValue(totals, 6000, "both")).toBe(-23);
  expect(cellValue(totals, 5995, "put")).toBeNull();
});
