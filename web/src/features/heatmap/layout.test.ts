import { expect, test } from "vitest";
import { boxOf, cellAt, layoutOf, namedStrikes, namedTimes, xOf, yOf } from "./layout";

const open = Date.parse("2026-11-20T14:30:00Z");
const strikes = Array.from({ length: 41 }, (_, place) => 6100 - 5 * place);
const layout = layoutOf({
  strikes,
  from: open,
  stepMs: 300_000,
  columns: 78,
  width: 700,
  height: 400,
});

test("the middle of each cell's box is in that cell", () => {
  for (let row = 0; row < strikes.length; row += 1) {
    for (let column = 0; column < layout.columns; column += 1) {
      const { left, top, width, height } = boxOf(layout, { row, column });
      expect(cellAt(layout, left + width / 2, top + height / 2)).toEqual({ row, column });
    }
  }
});

test("there is no cell beside the cells", () => {
  const { left, top, width, height } = layout.cells;

  expect(cellAt(layout, left - 1, top + 5)).toBeNull();
  expect(cellAt(layout, left + 5, top - 1)).toBeNull();
  expect(cellAt(layout, left + width, top + 5)).toBeNull();
  expect(cellAt(layout, left + 5, top + height)).toBeNull();
});

test("cells and bars stand within the picture, side by side", () => {
  expect(layout.cells.left + layout.cells.width).toBeLessThan(layout.bars.left);
  expect(layout.bars.left + layout.bars.width).toBeLessThanOrEqual(layout.width);
  expect(layout.cells.top + layout.cells.height).toBeLessThanOrEqual(layout.height);
});

test("an instant is as far across as its share of the session", () => {
  const { left, width } = layout.cells;

  expect(xOf(layout, open)).toBe(left);
  expect(xOf(layout, open + 195 * 60_000)).toBeCloseTo(left + width / 2, 9);
  expect(xOf(layout, open + 390 * 60_000)).toBeCloseTo(left + width, 9);
});

test("a price stands between the middles of its strikes, whichever way they run", () => {
  const middle = (strike: number) => {
    const { top, height } = boxOf(layout, { row: strikes.indexOf(strike), column: 0 });
    return top + height / 2;
  };
  expect(yOf(layout, 6000)).toBeCloseTo(middle(6000), 9);
  expect(yOf(layout, 6002.5)).toBeCloseTo((middle(6000) + middle(6005)) / 2, 9);
  expect(yOf(layout, 6105)).toBeLessThan(middle(6100));

  const upward = { ...layout, strikes: strikes.toReversed() };
  const { top, height } = layout.cells;
  expect(yOf(upward, 6002.5) + yOf(layout, 6002.5)).toBeCloseTo(2 * top + height, 9);
});

test("unevenly spaced strikes keep a price between its neighbours", () => {
  const uneven = { ...layout, strikes: [6050, 6025, 6000, 5995, 5990] };

  const rowHeight = layout.cells.height / 5;
  expect(yOf(uneven, 6012.5)).toBeCloseTo(layout.cells.top + 2 * rowHeight, 9);
});

test("the axes name round strikes and times, as many as there is room for", () => {
  expect(namedStrikes(layout, 16)).toEqual(strikes.filter((strike) => strike % 10 === 0));
  expect(namedStrikes(layout, 100)).toEqual([6100, 6000, 5900]);
  expect(namedTimes(layout, 60).map((at) => new Date(at).toISOString().slice(11, 16))).toEqual([
    "15:00",
    "16:00",
    "17:00",
    "18:00",
    "19:00",
    "20:00",
    "21:00",
  ]);
});
