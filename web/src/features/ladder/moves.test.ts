import { expect, test } from "vitest";
import { moved } from "./moves";

const extent = { rows: 200, columns: 13, page: 20 };
const from = { row: 100, column: 6 };

test("arrows go to the next cell, pages to the next screen", () => {
  expect(moved(from, "ArrowUp", false, extent)).toEqual({ row: 99, column: 6 });
  expect(moved(from, "ArrowDown", false, extent)).toEqual({ row: 101, column: 6 });
  expect(moved(from, "ArrowLeft", false, extent)).toEqual({ row: 100, column: 5 });
  expect(moved(from, "ArrowRight", false, extent)).toEqual({ row: 100, column: 7 });
  expect(moved(from, "PageUp", false, extent)).toEqual({ row: 80, column: 6 });
  expect(moved(from, "PageDown", false, extent)).toEqual({ row: 120, column: 6 });
});

test("home and end go to the ends of the row, or of everything", () => {
  expect(moved(from, "Home", false, extent)).toEqual({ row: 100, column: 0 });
  expect(moved(from, "End", false, extent)).toEqual({ row: 100, column: 12 });
  expect(moved(from, "Home", true, extent)).toEqual({ row: 0, column: 0 });
  expect(moved(from, "End", true, extent)).toEqual({ row: 199, column: 12 });
});

test("nothing leads out of the grid, and other keys nowhere", () => {
  expect(moved({ row: 0, column: 0 }, "ArrowUp", false, extent)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: 195, column: 12 }, "PageDown", false, extent)?.row).toBe(199);
  expect(moved(from, "x", false, extent)).toBeNull();
});
