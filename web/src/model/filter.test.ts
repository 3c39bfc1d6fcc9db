import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  filterText,
  floorOf,
  longest,
  parseFilter,
  type Term,
  toggleWord,
  withFloor,
  wordsOf,
} from "./filter";

// The cases that core's PrintFilterTest holds the server's parser to.
const file = "../core/src/test/resources/io/spyglass/flow/filters.json";
const cases = JSON.parse(readFileSync(file, "utf8")) as {
  valid: { text: string; canonical: string }[];
  invalid: { text: string; position: number; expected: string }[];
};

function terms(text: string): readonly Term[] {
  const parsed = parseFilter(text);
  if (parsed.malformed !== undefined) {
    throw new Error(parsed.malformed.expected);
  }
  return parsed.terms;
}

describe("the grammar is the server's", () => {
  test.each(cases.valid)("$text has one canonical text", ({ text, canonical }) => {
    expect(filterText(terms(text))).toBe(canonical);
    expect(terms(canonical)).toEqual(terms(text));
  });

  test.each(cases.invalid)("$text is told where it is wrong", ({ text, position, expected }) => {
    expect(parseFilter(text).malformed).toEqual({ position, expected });
  });

  test("a filter that is too long is refused", () => {
    const text = "side:buy".padEnd(longest);
    expect(filterText(terms(text))).toBe("side:buy");
    expect(parseFilter(`${text} `).malformed).toEqual({
      position: 500,
      expected: "a filter has at most 500 characters",
    });
  });
});

describe("chips switch terms", () => {
  test("a word is switched on and off, and its term goes with its last word", () => {
    const bought = toggleWord(terms("prem>=1m"), "side", "buy");
    expect(filterText(bought)).toBe("side:buy prem>=1m");
    expect(wordsOf(bought, "side")).toEqual(["buy"]);
    const both = toggleWord(bought, "side", "sell");
    expect(filterText(both)).toBe("side:buy,sell prem>=1m");
    expect(filterText(toggleWord(both, "side", "buy"))).toBe("side:sell prem>=1m");
    expect(filterText(toggleWord(bought, "side", "buy"))).toBe("prem>=1m");
    expect(wordsOf([], "side")).toEqual([]);
  });

  test("a floor takes the place of what was said of the number", () => {
    expect(filterText(withFloor(terms("prem<5k prem>1k size>=5"), "prem", "250k"))).toBe(
      "prem>=250k size>=5",
    );
    expect(filterText(withFloor(terms("prem>=250k size>=5"), "prem", null))).toBe("size>=5");
    expect(floorOf(terms("prem>=250000"), "prem")).toBe("250k");
    expect(floorOf(terms("size>=5"), "prem")).toBeNull();
    expect(floorOf(terms("prem>250k"), "prem")).toBeNull();
    expect(floorOf(terms("prem>=250k prem<1m"), "prem")).toBeNull();
  });
});
