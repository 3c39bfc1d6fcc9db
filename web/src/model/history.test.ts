import { expect, test } from "vitest";
import { cumulative, minuteEnd, withMinutes, type History } from "./history";
import { noMinutes } from "./samples";
import { minuteColumns, type ChangedMinutes } from "./messages";

const history: History = {
  ...noMinutes,
  from: "2026-11-20T14:30:00Z",
  call_volume: [5, 7],
  spot: [6000, 6001],
};

function changed(first: number, values: Partial<ChangedMinutes>): ChangedMinutes {
  const none = Object.fromEntries(minuteColumns.map((column) => [column, []]));
  return { ...none, ...values, first } as ChangedMinutes;
}

test("a frame's minutes replace those there and go on behind them", () => {
  const after = withMinutes(history, changed(1, { call_volume: [9, 1], spot: [6002, null] }));

  expect(after.call_volume).toEqual([5, 9, 1]);
  expect(after.spot).toEqual([6000, 6002, null]);
});

test("minutes behind those of a frame stay", () => {
  expect(withMinutes(history, changed(0, { call_volume: [6] })).call_volume).toEqual([6, 7]);
});

test("minutes that nobody told are unknown", () => {
  expect(withMinutes(history, changed(4, { spot: [6005] })).spot).toEqual([
    6000,
    6001,
    null,
    null,
    6005,
  ]);
});

test("a minute is named by its end", () => {
  expect(new Date(minuteEnd(history, 0)).toISOString()).toBe("2026-11-20T14:31:00.000Z");
});

test("sums go on over what is unknown", () => {
  expect(cumulative([1, null, 2])).toEqual([1, 1, 3]);
});
