// The colours of the heatmap as pixels: from the list of colours in a token to a table by position.
import { between, parseColour } from "../../format/colour";
import { isSigned, position } from "./scale";
import type { Measure } from "../../model/heatmap";

/** Finer than the eye: odd, so that the middle has a place of its own. */
const shades = 513;

/** Pixels by position on the scale, and the measure's way of finding it. */
export interface Ramp {
  readonly pixels: Uint32Array;
  readonly isSigned: boolean;
}

/** The token that holds the measure's colours. */
export function tokenOf(measure: Measure): "--heat-diverging" | "--heat-sequential" {
  return isSigned(measure) ? "--heat-diverging" : "--heat-sequential";
}

/** A ramp through the colours of such a token, `#112233, #445566`. */
export function rampOf(colours: string, signed: boolean): Ramp {
  const stops = colours.split(",").map(parseColour);
  const bytes = new Uint8ClampedArray(4 * shades);
  for (let shade = 0; shade < shades; shade += 1) {
    bytes.set([...between(stops, shade / (shades - 1)), 255], 4 * shade);
  }
  return { pixels: new Uint32Array(bytes.buffer), isSigned: signed };
}

/** The pixel of a value. */
export function pixelOf(ramp: Ramp, value: number, limit: number): number {
  const place = position(value, limit);
  const share = ramp.isSigned ? (place + 1) / 2 : Math.max(0, place);
  return ramp.pixels[Math.round(share * (shades - 1))] ?? 0;
}
