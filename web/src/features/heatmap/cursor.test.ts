import { expect, test } from "vitest";
import { cursorAt, firstCursor, moved, type Cursor } from "./cursor";
import { layoutOf } from "./layout";

const strikes = [6010, 6005, 6000, 5995, 5990, 5985, 5980];
const cursor: Cursor = { strike: 6000, column: 3, by: "keys" };
const press = (key: string) => moved(cursor, key, strikes, 8);

test("arrows go to the neighbour, up on the screen being up", () => {
  expect(press("ArrowUp")).toMatchObject({ strike: 6005, column: 3 });
  expect(press("ArrowDown")).toMatchObject({ strike: 5995, column: 3 });
  expect(press("ArrowLeft")).toMatchObject({ strike: 6000, column: 2 });
  expect(press("ArrowRight")).toMatchObject({ strike: 6000, column: 4 });
});

test("other keys go far, and none beyond the edge", () => {
  expect(press("PageUp")?.strike).toBe(6010);
  expect(press("PageDown")?.strike).toBe(5980);
  expect(press("Home")?.column).toBe(0);
  expect(press("End")?.column).toBe(7);
  expect(moved({ ...cursor, column: 7 }, "ArrowRight", strikes, 8)?.column).toBe(7);
  expect(press("a")).toBeNull();
});

test("the keys begin at the spot, now", () => {
  expect(firstCursor(strikes, 8, 5996)).toEqual({ strike: 5995, column: 7, by: "keys" });
  expect(firstCursor(strikes, 0, null)).toEqual({ strike: 5995, column: 0, by: "keys" });
});

test("a cell of the layout has its strike", () => {
  const layout = layoutOf({ strikes, from: 0, stepMs: 60_000, columns: 8, width: 400, height: 300 });

  expect(cursorAt(layout, { row: 2, column: 5 })).toEqual({ strike: 6000, column: 5, by: "pointer" });
  expect(cursorAt(layout, null)).toBeNull();
});
