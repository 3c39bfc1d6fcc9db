import { expect, test } from "vitest";
import { fileName } from "./download";

test("a file is called by underlying, expiry and what it is of", () => {
  expect(fileName({ underlying: "SPX", expiry: "2026-11-20" }, "tape")).toBe("SPX-2026-11-20-tape");
  expect(fileName({ underlying: "SPY", expiry: null }, "ladder")).toBe("SPY-ladder");
});
