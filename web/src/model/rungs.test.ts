import { expect, test } from "vitest";
import type { Instrument } from "./flow";
import { rootOf, rungs } from "./rungs";

const instruments: Instrument[] = [
  { id: 0, ticker: "O:SPX261120C06600000", strike: 6600, right: "C" },
  { id: 1, ticker: "O:SPX261120P06600000", strike: 6600, right: "P" },
  { id: 2, ticker: "O:SPXW261120C06600000", strike: 6600, right: "C" },
  { id: 3, ticker: "O:SPXW261120P06600000", strike: 6600, right: "P" },
  { id: 4, ticker: "O:SPXW261120P06605000", strike: 6605, right: "P" },
  { id: 5, ticker: "O:SPXW261120C06595000", strike: 6595, right: "C" },
];

test("two series at one strike have a rung each, the leading one first", () => {
  expect(rungs(instruments, "SPXW")).toEqual([
    { key: "SPXW 6605", root: "SPXW", strike: 6605, call: null, put: 4 },
    { key: "SPXW 6600", root: "SPXW", strike: 6600, call: 2, put: 3 },
    { key: "SPX 6600", root: "SPX", strike: 6600, call: 0, put: 1 },
    { key: "SPXW 6595", root: "SPXW", strike: 6595, call: 5, put: null },
  ]);
  expect(rungs(instruments, "SPX").map(({ key }) => key)).toEqual([
    "SPXW 6605",
    "SPX 6600",
    "SPXW 6600",
    "SPXW 6595",
  ]);
});

test("no contract is lost", () => {
  const ids = rungs(instruments, null).flatMap(({ call, put }) => [call, put]);
  const present = ids.filter((id) => id !== null).toSorted((one, other) => one - other);

  expect(present).toEqual([0, 1, 2, 3, 4, 5]);
});

test("a root stands before the date", () => {
  expect(rootOf("O:SPXW261120C06600000")).toBe("SPXW");
  expect(rootOf("SPX   261120P06600000")).toBe("SPX");
  expect(rootOf("C6600")).toBeNull();
});
