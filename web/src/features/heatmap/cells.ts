// The cells as an image of one pixel each, which the drawing only has to stretch.
import { cellValue, type HeatColumn, type Side } from "../../model/heatmap";
import { pixelOf, type Ramp } from "./ramp";

/** What the pixels depend on besides the columns: where any of it is another, all are painted anew. */
export interface Paint {
  readonly strikes: readonly number[];
  readonly width: number;
  readonly side: Side;
  readonly ramp: Ramp;
  readonly limit: number;
}

export class CellImage {
  readonly canvas = document.createElement("canvas");
  private image = new ImageData(1, 1);
  private pixels = new Uint32Array(this.image.data.buffer);
  private painted: readonly HeatColumn[] = [];
  private paint: Paint | null = null;

  /** Paints what differs from what was painted before; tells how many columns that were. */
  update(columns: readonly HeatColumn[], paint: Paint): number {
    if (!isSame(this.paint, paint) || columns.length < this.painted.length) {
      this.begin(paint);
    }
    const changed: number[] = [];
    for (let index = 0; index < Math.min(paint.width, columns.length); index += 1) {
      const column = columns[index];
      if (column !== undefined && column !== this.painted[index]) {
        this.column(index, column, paint);
        changed.push(index);
      }
    }
    const [first, last] = [changed[0], changed.at(-1)];
    if (first !== undefined && last !== undefined) {
      const context = this.canvas.getContext("2d");
      const { height } = this.canvas;
      context?.putImageData(this.image, 0, 0, first, 0, last - first + 1, height);
    }
    this.painted = columns;
    return changed.length;
  }

  private begin(paint: Paint): void {
    this.paint = paint;
    this.painted = [];
    this.canvas.width = Math.max(1, paint.width);
    this.canvas.height = Math.max(1, paint.strikes.length);
    this.image = new ImageData(this.canvas.width, this.canvas.height);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }

  private column(index: number, column: HeatColumn, { strikes, width, side, ramp, limit }: Paint) {
    strikes.forEach((strike, row) => {
      const value = cellValue(column, strike, side);
      this.pixels[row * width + index] = value === null ? 0 : pixelOf(ramp, value, limit);
    });
  }
}

function isSame(one: Paint | null, other: Paint): boolean {
  return (
    one !== null &&
    one.width === other.width &&
    one.side === other.side &&
    one.ramp === other.ramp &&
    one.limit === other.limit &&
    one.strikes.length === other.strikes.length &&
    one.strikes.every((strike, place) => strike === other.strikes[place])
  );
}
