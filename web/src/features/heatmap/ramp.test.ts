import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { linear, parseColour, toOklab, type Rgb } from "../../format/colour";
import { pixelOf, rampOf, tokenOf } from "./ramp";

const sheet = readFileSync("src/styles/tokens.css", "utf8");

/** A token's value in a theme, as the browser would resolve it. */
function token(theme: "dark" | "light", name: string): string {
  const [dark, light] = [/^:root \{([^}]*)\}/m, /^:root\[data-theme="light"\] \{([^}]*)\}/m].map(
    (rule) => rule.exec(sheet)?.[1] ?? "",
  );
  const find = (rules = "") => new RegExp(`${name}:\\s*([^;]+);`).exec(rules)?.[1];
  const value = (theme === "light" ? find(light) : undefined) ?? find(dark);
  if (value === undefined) {
    throw new Error(`tokens.css has no ${name}`);
  }
  return value.replace(/var\((--[\w-]+)\)/g, (_, inner: string) => token(theme, inner));
}

function rgb(pixel: number): Rgb {
  const [red = 0, green = 0, blue = 0] = new Uint8Array(Uint32Array.of(pixel).buffer);
  return [red, green, blue];
}

/** What people without green or red cones see (Viénot, Brettel and Mollon, 1999), in linear light. */
function seenBy(kind: "deuteranope" | "protanope", colour: Rgb): Rgb {
  const light = colour.map(linear) as [number, number, number];
  const rows =
    kind === "deuteranope"
      ? [
          [0.29275, 0.70725, 0],
          [0.29275, 0.70725, 0],
          [-0.02234, 0.02234, 1],
        ]
      : [
          [0.11238, 0.88762, 0],
          [0.11238, 0.88762, 0],
          [0.00401, -0.00401, 1],
        ];
  const encoded = (share: number) =>
    255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055);
  const [red = 0, green = 0, blue = 0] = rows.map(([a = 0, b = 0, c = 0]) =>
    encoded(Math.min(1, Math.max(0, a * light[0] + b * light[1] + c * light[2]))),
  );
  return [red, green, blue];
}

/** In hundredths of OKLab's unit; 2 is what an eye just tells apart. */
function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [toOklab(one), toOklab(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe.each(["dark", "light"] as const)("in the %s theme", (theme) => {
  const panel = parseColour(token(theme, "--panel"));
  const diverging = rampOf(token(theme, tokenOf("net_premium")), true);
  const sequential = rampOf(token(theme, tokenOf("volume")), false);

  test("zero has the colour of the panel", () => {
    expect(rgb(pixelOf(diverging, 0, 100))).toEqual(panel);
  });

  test("the two ends are far apart, for colour-blind eyes too", () => {
    const [low, high] = [rgb(pixelOf(diverging, -100, 100)), rgb(pixelOf(diverging, 100, 100))];

    expect(distance(low, high)).toBeGreaterThan(20);
    for (const kind of ["deuteranope", "protanope"] as const) {
      expect(distance(seenBy(kind, low), seenBy(kind, high))).toBeGreaterThan(20);
    }
  });

  test("more is always further from the panel", () => {
    const away = (value: number) => distance(panel, rgb(pixelOf(diverging, value, 100)));
    for (let value = 5; value <= 100; value += 5) {
      expect(away(value)).toBeGreaterThan(away(value - 5));
      expect(away(-value)).toBeGreaterThan(away(5 - value));
    }
    const lightness = (value: number) => toOklab(rgb(pixelOf(sequential, value, 100)))[0];
    const direction = theme === "dark" ? 1 : -1;
    for (let value = 5; value <= 100; value += 5) {
      expect(direction * (lightness(value) - lightness(value - 5))).toBeGreaterThan(0);
    }
  });

  test("beyond the limit the colour stays that of the limit", () => {
    expect(pixelOf(diverging, 1e9, 100)).toBe(pixelOf(diverging, 100, 100));
    expect(pixelOf(sequential, 1e9, 100)).toBe(pixelOf(sequential, 100, 100));
  });
});
