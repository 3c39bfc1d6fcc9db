// Greeks as the screen shows them; their units stand in docs/http.md.
import type { Value } from "../model/messages";
import { unknown } from "./numbers";

function decimals(value: Value | undefined, digits: number): string {
  if (value === null || value === undefined) {
    return unknown;
  }
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** Delta a dollar of the underlying, `.0123`. */
export function gamma(value: Value | undefined): string {
  return decimals(value, 4).replace(/^(−?)0\./, "$1.");
}

/** Dollars a calendar day, `−12.40`. */
export function theta(value: Value | undefined): string {
  return decimals(value, 2);
}

/** Dollars a volatility point, `0.84`. */
export function vega(value: Value | undefined): string {
  return decimals(value, 2);
}
