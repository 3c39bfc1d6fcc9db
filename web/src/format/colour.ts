// Colours between colours, mixed in OKLab, where equal steps look equal (Björn Ottosson, "A
// perceptual color space for image processing", 2020), as CSS mixes them in `linear-gradient(in oklab`.

/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Lightness, green to red, blue to yellow. */
export type Oklab = readonly [number, number, number];

/** Reads `#1a2b3c`, or `#abc` for `#aabbcc`. */
export function parseColour(text: string): Rgb {
  const match = /^#(?:([0-9a-f]{6})|([0-9a-f]{3}))$/i.exec(text.trim());
  if (match === null) {
    throw new Error(`"${text}" is no colour; expected one such as #1a2b3c`);
  }
  const digits = match[1] ?? (match[2] ?? "").replaceAll(/./g, "$&$&");
  const channel = (place: number) => Number.parseInt(digits.slice(place, place + 2), 16);
  return [channel(0), channel(2), channel(4)];
}

/** Light of a channel, from 0 to 1. */
export function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function encoded(light: number): number {
  const share = light <= 0.0031308 ? light * 12.92 : 1.055 * Math.max(0, light) ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, share)));
}

export function toOklab(colour: Rgb): Oklab {
  const [red, green, blue] = [linear(colour[0]), linear(colour[1]), linear(colour[2])];
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

export function fromOklab([lightness, a, b]: Oklab): Rgb {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

/** The colour at a share of the way through evenly spaced ones. */
export function between(colours: readonly Rgb[], share: number): Rgb {
  const place = Math.min(1, Math.max(0, share)) * (colours.length - 1);
  const first = Math.min(Math.floor(place), Math.max(0, colours.length - 2));
  const [from, to] = [colours[first], colours[first + 1] ?? colours[first]];
  if (from === undefined || to === undefined) {
    throw new Error("there is no colour between none");
  }
  const part = place - first;
  if (part === 0 || part === 1) {
    return part === 0 ? from : to;
  }
  const [one, other] = [toOklab(from), toOklab(to)];
  const mix = (index: 0 | 1 | 2) => one[index] + part * (other[index] - one[index]);
  return fromOklab([mix(0), mix(1), mix(2)]);
}
