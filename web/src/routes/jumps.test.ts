import { expect, test } from "vitest";
import { rungs } from "../model/rungs";
import { snapshot } from "../model/samples";
import { rungOf } from "./jumps";

const { listed } = snapshot();
const all = rungs(
  listed.id.map((id, place) => ({
    id,
    ticker: listed.ticker[place] ?? "",
    strike: listed.strike[place] ?? 0,
    right: listed.right[place] ?? "C",
  })),
  "SPXW",
);

test("a number is the nearest listed strike", () => {
  expect(rungOf(all, "6000")?.key).toBe("SPXW 6000");
  expect(rungOf(all, " 6,003 ")?.key).toBe("SPXW 6005");
  expect(rungOf(all, "1")?.key).toBe("SPXW 5995");
});

test("what is no number is no strike", () => {
  expect(rungOf(all, "")).toBeUndefined();
  expect(rungOf(all, "14:30")).toBeUndefined();
  expect(rungOf([], "6000")).toBeUndefined();
});
