// Whether the colours can be read and told apart: contrast by WCAG 2.2, and distance (CIE 1976) as
// people see them whose eyes lack one kind of cone, simulated by Machado, Oliveira and Fernandes,
// "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Triple = readonly [number, number, number];

const sheet = readFileSync(`${import.meta.dirname}/tokens.css`, "utf8");

function tokens(selector: string): Readonly<Record<string, string>> {
  const start = sheet.indexOf(`\n${selector} {`);
  const block = sheet.slice(start, sheet.indexOf("}", start));
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, hex]),
  );
}

const dark = tokens(":root");
const themes = { dark, light: { ...dark, ...tokens(':root[data-theme="light"]') } };

const eyes: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  "without red": [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  "without green": [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

function linear(hex: string): Triple {
  const channel = (place: number) => {
    const value = parseInt(hex.slice(place, place + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function times(matrix: readonly [Triple, Triple, Triple], [x, y, z]: Triple): Triple {
  const [one, two, three] = matrix.map(([a, b, c]) => a * x + b * y + c * z);
  return [one ?? 0, two ?? 0, three ?? 0];
}

function luminance(hex: string): number {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function lab(rgb: Triple): Triple {
  const xyz = times(
    [
      [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
    ],
    rgb.map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple,
  );
  const [x, y, z] = xyz.map((value) =>
    value > 216 / 24389 ? Math.cbrt(value) : (841 / 108) * value + 4 / 29,
  ) as unknown as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(one: string, other: string, eye: readonly [Triple, Triple, Triple]): number {
  const [first, second] = [one, other].map((hex) => lab(times(eye, linear(hex))));
  return Math.hypot(...(first ?? [0]).map((value, place) => value - (second?.[place] ?? 0)));
}

test("the measures agree with published ones", () => {
  expect(contrast("#ffffff", "#000000")).toBeCloseTo(21, 9);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  // Design figures: call against put 111, 112, 98; buy against sell 96, 46, 28.
  const [usual, red, green] = Object.values(eyes).map((eye) => [
    Math.round(distance("#58a6ff", "#f0883e", eye)),
    Math.round(distance("#3fd0c9", "#ff7b72", eye)),
  ]);
  expect(usual).toEqual([111, 96]);
  expect(green).toEqual([112, 46]);
  expect(red).toEqual([98, 28]);
});

describe.each(Object.entries(themes))("%s", (_, theme) => {
  const grounds = ["background", "panel", "raised"];
  const of = (name: string): string => {
    const hex = theme[name];
    if (hex === undefined) {
      throw new Error(`tokens.css has no --${name} of six digits`);
    }
    return hex;
  };

  test.each(["text", "muted", "call", "put", "buy", "sell", "mid", "warning", "accent", "spot"])(
    "%s can be read on every ground",
    (name) => {
      for (const ground of grounds) {
        expect(contrast(of(name), of(ground)), ground).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  test("strikes can be read on the day's range", () => {
    expect(contrast(of("text"), of("day-range"))).toBeGreaterThanOrEqual(4.5);
  });

  test("the expected move's bracket can be seen", () => {
    for (const ground of ["raised", "day-range"]) {
      expect(contrast(of("expected"), of(ground)), ground).toBeGreaterThanOrEqual(3);
    }
  });

  test("the edges of controls can be seen", () => {
    for (const ground of grounds) {
      expect(contrast(of("control-line"), of(ground)), ground).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(Object.entries(eyes))("calls and puts are far apart to eyes: %s", (_, eye) => {
    expect(distance(of("call"), of("put"), eye)).toBeGreaterThan(60);
  });

  // Sides carry a glyph too, and never stand in one cell with the colours of calls and puts.
  test.each(Object.entries(eyes))("buyers and sellers are apart to eyes: %s", (_, eye) => {
    expect(distance(of("buy"), of("sell"), eye)).toBeGreaterThan(25);
  });
});
