import { expect, test } from "vitest";
import { between, fromOklab, parseColour, toOklab } from "./colour";

test("colours are read as style sheets spell them", () => {
  expect(parseColour(" #0d1117")).toEqual([13, 17, 23]);
  expect(parseColour("#fd0")).toEqual([255, 221, 0]);
  expect(() => parseColour("red")).toThrow('"red" is no colour');
});

test("OKLab has the published coordinates of red, and white is colourless", () => {
  const [lightness, a, b] = toOklab([255, 0, 0]);
  expect(lightness).toBeCloseTo(0.62796, 4);
  expect(a).toBeCloseTo(0.22486, 4);
  expect(b).toBeCloseTo(0.12585, 4);

  const white = toOklab([255, 255, 255]);
  expect(white[0]).toBeCloseTo(1, 4);
  expect(Math.hypot(white[1], white[2])).toBeCloseTo(0, 4);
});

test("a colour goes there and back", () => {
  for (const colour of [
    [13, 17, 23],
    [88, 166, 255],
    [240, 136, 62],
  ] as const) {
    expect(fromOklab(toOklab(colour))).toEqual(colour);
  }
});

test("a ramp begins, passes and ends at its colours", () => {
  const stops = ["#440154", "#21918c", "#fde725"].map(parseColour);

  expect(between(stops, 0)).toEqual(stops[0]);
  expect(between(stops, 0.5)).toEqual(stops[1]);
  expect(between(stops, 1)).toEqual(stops[2]);
  expect(between(stops, 7)).toEqual(stops[2]);
});
