import { expect, test } from "vitest";
import { expectedMove } from "./expectedMove";

/** Mean of a function of a normal variable, by Simpson's rule on 20 standard deviations. */
function mean(deviation: number, of: (x: number) => number): number {
  const steps = 20_000;
  const width = (20 * deviation) / steps;
  let sum = 0;
  for (let step = 0; step <= steps; step += 1) {
    const x = -10 * deviation + step * width;
    const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
    sum += weight * of(x) * Math.exp((-x * x) / (2 * deviation * deviation));
  }
  return (sum * width) / 3 / (deviation * Math.sqrt(2 * Math.PI));
}

test("at the money it is the straddle's price", () => {
  expect(expectedMove(10, 10)).toBeCloseTo(20, 9);
});

test.each([0.5, 5, 16, 33.4, 45])("a strike %d points off implies the same move", (distance) => {
  const deviation = 20;
  const call = mean(deviation, (x) => Math.max(x - distance, 0));
  const put = mean(deviation, (x) => Math.max(distance - x, 0));

  expect(expectedMove(call, put)).toBeCloseTo(mean(deviation, Math.abs), 2);
});

test("a straddle without time value implies nothing", () => {
  expect(expectedMove(3, 0)).toBeNull();
  expect(expectedMove(0, 0)).toBeNull();
});
