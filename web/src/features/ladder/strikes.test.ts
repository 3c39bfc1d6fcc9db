import { expect, test } from "vitest";
import { apply, type Flow } from "../../model/flow";
import { snapshot } from "../../model/samples";
import { lean, rungs, rungsAbove } from "./strikes";

const flow = apply(null, snapshot()) as Flow;

test("strikes go down and join call and put", () => {
  const ladder = rungs(flow, true);

  expect(ladder.map((rung) => rung.strike)).toEqual([6005, 6000, 5995]);
  expect(ladder[1]?.call?.ticker).toBe("C6000");
  expect(ladder[1]?.put?.ticker).toBe("P6000");
});

test("only strikes in view are shown unless all are wanted", () => {
  expect(rungs(flow, false).map((rung) => rung.strike)).toEqual([6000]);
});

test("the spot stands below the strikes above it", () => {
  const ladder = rungs(flow, true);

  expect(rungsAbove(ladder, 6001.5)).toBe(1);
  expect(rungsAbove(ladder, 6000)).toBe(1);
  expect(rungsAbove(ladder, 1)).toBe(3);
  expect(rungsAbove(ladder, null)).toBeNull();
});

test("a contract leans to the side that crossed the spread more often", () => {
  expect(lean(flow.contracts.get(2) ?? null)).toEqual({ sign: "▲", words: "80% bought" });
  expect(lean(flow.contracts.get(3) ?? null)).toBeNull();
  expect(lean(null)).toBeNull();
});
