import { expect, test } from "vitest";
import { gamma, theta, vega } from "./greeks";

test("Greeks have the decimals that matter, a true minus, and a dash where unknown", () => {
  expect(gamma(0.01234)).toBe(".0123");
  expect(gamma(1.5)).toBe("1.5000");
  expect(gamma(0)).toBe(".0000");
  expect(theta(-12.4)).toBe("−12.40");
  expect(theta(-0.001)).toBe("0.00");
  expect(vega(0.844)).toBe("0.84");
  expect([gamma(null), theta(null), vega(undefined)]).toEqual(["–", "–", "–"]);
});
