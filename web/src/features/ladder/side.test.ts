import { expect, test } from "vitest";
import type { Contract } from "../../model/flow";
import { lean, sides } from "./side";

function contract(values: Contract["values"]): Contract {
  return { id: 1, ticker: "C", strike: 6600, right: "C", values };
}

test("a contract leans to the side that crossed the spread more often", () => {
  expect(lean(contract({ volume: 5, bought: 4, sold: 1 }))).toMatchObject({
    glyph: "▲",
    words: "80% bought",
  });
  expect(lean(contract({ volume: 10, bought: 1, sold: 3 }))?.words).toBe("75% sold");
});

test("near balance it leans nowhere", () => {
  expect(lean(contract({ volume: 10, bought: 2, sold: 2 }))).toMatchObject({ glyph: "◆", share: 50 });
  expect(lean(contract({ volume: 2052, bought: 207, sold: 244 }))).toEqual({
    glyph: "◆",
    tone: "mid",
    share: 54,
    words: "neutral, 54% sold",
  });
  expect(lean(contract({ volume: 100, bought: 55, sold: 45 }))?.glyph).toBe("▲");
});

test("where less than a tenth of the volume has a side, it tells nothing", () => {
  expect(lean(contract({ volume: 101, bought: 10, sold: 0 }))).toMatchObject({
    glyph: "◆",
    tone: "mid",
    share: 100,
  });
  expect(lean(contract({ volume: 100, bought: 10, sold: 0 }))?.glyph).toBe("▲");
});

test("without a side there is nothing to lean to", () => {
  expect(lean(contract({ volume: 0, bought: 0, sold: 0 }))).toBeNull();
  expect(lean(contract({ volume: 9, bought: 0, sold: 0, unclassified: 9 }))).toBeNull();
  expect(lean(contract({}))).toBeNull();
});

test("all sides are told", () => {
  const values = { bought: 4, sold: 1, by_tick_rule: 2, unclassified: 12_400 };

  expect(sides(contract(values))).toBe(
    "4 bought, 1 sold (2 of these by the tick rule), 12,400 with no side",
  );
});
