// Draws the heatmap: grid, cells, the spot's way through the day, axes, and the strikes' totals.
import { cellValue, type HeatColumn, type Side } from "../../model/heatmap";
import type { CellImage } from "./cells";
import { boxOf, namedStrikes, namedTimes, xOf, yOf, type Layout } from "./layout";

export interface Instant {
  readonly at: number;
  readonly price: number | null;
}

/** Colours of the theme, as the canvas takes them. */
export interface Colours {
  readonly panel: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly spot: string;
  readonly low: string;
  readonly high: string;
}

export interface Scene {
  readonly layout: Layout;
  readonly cells: CellImage;
  readonly side: Side;
  readonly totals: HeatColumn;
  /** The end of the totals' scale, and whether there is another half below zero. */
  readonly totalsLimit: number;
  readonly isSigned: boolean;
  readonly spots: readonly Instant[];
  readonly spot: number | null;
  readonly now: number | null;
  readonly marks: readonly number[];
  readonly colours: Colours;
  readonly timeText: (at: number) => string;
  readonly spotText: string;
  readonly zoneText: string;
  readonly totalsText: string;
}

const pillHeight = 16;
const font = "11px system-ui, sans-serif";

/** Draws all of it on a canvas of that many device pixels a CSS pixel. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, density: number): void {
  const { layout } = scene;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, layout.width, layout.height);
  context.font = font;
  paintGrid(context, scene);
  paintCells(context, scene, density);
  paintTotals(context, scene);
  paintSpots(context, scene);
  paintSpotPrice(context, scene);
}

function paintGrid(context: CanvasRenderingContext2D, { layout, colours, ...scene }: Scene): void {
  const { left, top, width, height } = layout.cells;
  context.strokeStyle = colours.line;
  context.fillStyle = colours.muted;
  context.lineWidth = 1;
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const strike of namedStrikes(layout, 18)) {
    const y = Math.round(yOf(layout, strike)) + 0.5;
    strokeLine(context, left - 4, y, left, y);
    if (scene.spot === null || Math.abs(y - yOf(layout, scene.spot)) > pillHeight) {
      context.fillText(String(strike), left - 7, y);
    }
  }
  context.textBaseline = "top";
  context.textAlign = "center";
  for (const at of namedTimes(layout, 52)) {
    const x = Math.round(xOf(layout, at)) + 0.5;
    strokeLine(context, x, top + height, x, top + height + 4);
    context.fillText(scene.timeText(at), Math.min(x, left + width - 12), top + height + 7);
  }
  context.textAlign = "left";
  context.fillText(scene.zoneText, 6, top + height + 7);
  context.strokeRect(left - 0.5, top - 0.5, width + 1, height + 1);
}

/** Cell edges lie on device pixels only at the outside: the image is stretched as a whole. */
function paintCells(context: CanvasRenderingContext2D, { layout, cells }: Scene, density: number) {
  const { left, top, width, height } = layout.cells;
  const snap = (value: number) => Math.round(value * density) / density;
  context.imageSmoothingEnabled = false;
  context.drawImage(cells.canvas, snap(left), snap(top), snap(width), snap(height));
}

function paintTotals(context: CanvasRenderingContext2D, scene: Scene): void {
  const { layout, colours, totalsLimit, isSigned } = scene;
  const { left, top, width, height } = layout.bars;
  const zero = isSigned ? left + width / 2 : left;
  const reach = isSigned ? width / 2 : width;
  layout.strikes.forEach((strike, row) => {
    const total = cellValue(scene.totals, strike, scene.side);
    if (total !== null && total !== 0) {
      const box = boxOf(layout, { row, column: 0 });
      const length = Math.max(1, (reach * Math.min(Math.abs(total), totalsLimit)) / totalsLimit);
      context.fillStyle = total < 0 ? colours.low : isSigned ? colours.high : colours.muted;
      const gap = box.height > 5 ? 1 : 0;
      context.fillRect(total < 0 ? zero - length : zero, box.top, length, box.height - gap);
    }
  });
  context.strokeStyle = colours.muted;
  strokeLine(context, Math.round(zero) + 0.5, top, Math.round(zero) + 0.5, top + height);
  context.fillStyle = colours.muted;
  context.textBaseline = "top";
  context.textAlign = "right";
  context.fillText(scene.totalsText, left + width, top + height + 7, width);
}

function paintSpots(context: CanvasRenderingContext2D, scene: Scene): void {
  const { layout, colours } = scene;
  const { left, top, width, height } = layout.cells;
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.setLineDash([3, 3]);
  context.strokeStyle = colours.muted;
  context.lineWidth = 1;
  for (const at of [...scene.marks, ...(scene.now === null ? [] : [scene.now])]) {
    const x = Math.round(xOf(layout, at)) + 0.5;
    strokeLine(context, x, top, x, top + height);
  }
  if (scene.now !== null && scene.spot !== null) {
    const y = Math.round(yOf(layout, scene.spot)) + 0.5;
    strokeLine(context, xOf(layout, scene.now), y, left + width, y);
  }
  context.setLineDash([]);
  spotPath(context, scene);
  context.lineJoin = "round";
  context.strokeStyle = colours.panel;
  context.lineWidth = 4;
  context.stroke();
  context.strokeStyle = colours.spot;
  context.lineWidth = 1.5;
  context.stroke();
  context.restore();
}

function spotPath(context: CanvasRenderingContext2D, { layout, spots, now, spot }: Scene): void {
  context.beginPath();
  let isOn = false;
  for (const { at, price } of spots) {
    if (price === null) {
      isOn = false;
    } else if (isOn) {
      context.lineTo(xOf(layout, at), yOf(layout, price));
    } else {
      context.moveTo(xOf(layout, at), yOf(layout, price));
      isOn = true;
    }
  }
  if (isOn && now !== null && spot !== null) {
    context.lineTo(xOf(layout, now), yOf(layout, spot));
  }
}

function paintSpotPrice(context: CanvasRenderingContext2D, scene: Scene): void {
  const { layout, colours, spot } = scene;
  if (spot === null) {
    return;
  }
  const { left, top, height } = layout.cells;
  const y = yOf(layout, spot);
  if (y < top || y > top + height) {
    return;
  }
  context.fillStyle = colours.spot;
  context.fillRect(0, y - pillHeight / 2, left - 2, pillHeight);
  context.fillStyle = colours.panel;
  context.textBaseline = "middle";
  context.textAlign = "right";
  context.fillText(scene.spotText, left - 5, y + 0.5, left - 8);
}

function strokeLine(
  context: CanvasRenderingContext2D,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): void {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}
