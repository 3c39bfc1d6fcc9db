// The heatmap as files: every cell that had prints, and the picture as it stands.
import { csv, type CsvValue } from "../../format/csv";
import { rounded } from "../../format/numbers";
import { newYorkIso, timeIn } from "../../format/times";
import type { Heatmap } from "../../model/heatmap";
import { fileName } from "../../state/download";
import type { View } from "./view";
import { sideNames, wordings } from "./words";

/** All cells, whatever of them is in view: by time, then by strike, calls and puts apart. */
export function heatmapCsv(heatmap: Heatmap): string {
  const { measure, from, stepSeconds } = heatmap;
  const rows = heatmap.columns.flatMap((column, index): CsvValue[][] => {
    const at = from + index * stepSeconds * 1000;
    const strikes = [...new Set([...column.calls.keys(), ...column.puts.keys()])];
    return strikes
      .sort((one, other) => one - other)
      .map((strike) => [
        new Date(at).toISOString(),
        newYorkIso(at),
        stepSeconds,
        strike,
        column.calls.get(strike) ?? null,
        column.puts.get(strike) ?? null,
      ]);
  });
  const header = ["from_utc", "from_new_york", "seconds", "strike"];
  return csv([...header, `call_${measure}`, `put_${measure}`], rows);
}

/** What the file is called, without its ending. */
export function heatmapFile({ underlying, expiry, measure, stepSeconds }: Heatmap): string {
  const what = `heatmap-${measure.replaceAll("_", "-")}-${String(stepSeconds / 60)}min`;
  return fileName({ underlying, expiry }, what);
}

/** The picture with its title, on the panel's colour. */
export async function heatmapPng(picture: HTMLCanvasElement, view: View): Promise<Blob> {
  const style = getComputedStyle(picture);
  const colour = (token: string) => style.getPropertyValue(token).trim();
  const density = picture.width / picture.clientWidth;
  const head = Math.round(30 * density);
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height + head;
  const context = canvas.getContext("2d");
  if (context === null) {
    throw new Error("This browser gives no canvas to draw the heatmap on");
  }
  context.fillStyle = colour("--panel");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = colour("--text");
  context.font = `${String(Math.round(13 * density))}px system-ui, sans-serif`;
  context.textBaseline = "middle";
  context.fillText(pngTitle(view), 10 * density, head / 2);
  context.drawImage(picture, 0, head);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) {
        reject(new Error("This browser could not make a picture of the heatmap"));
      } else {
        resolve(blob);
      }
    });
  });
}

function pngTitle({ heatmap, measure, side, limit }: View): string {
  const { name, short } = wordings[measure];
  const what = `${name}, ${sideNames[side]}, colours to ${rounded(short)(limit)}`;
  return heatmap === null
    ? what
    : `${heatmap.underlying} ${heatmap.expiry ?? ""} · ${what} · as of ${timeIn(heatmap.asOf, "utc")}`;
}
