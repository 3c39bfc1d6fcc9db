// The heatmap's canvas: keeps what was painted, so that only what changed is painted again.
import { price, rounded } from "../../format/numbers";
import { minuteIn, zoneName } from "../../format/times";
import type { Measure } from "../../model/heatmap";
import { CellImage } from "./cells";
import { paint, type Colours } from "./paint";
import { rampOf, tokenOf, type Ramp } from "./ramp";
import { isSigned } from "./scale";
import { layoutOfView, type Size, type View } from "./view";
import { wordings } from "./words";

export class Drawing {
  private readonly cells = new CellImage();
  private theme: string | null = null;
  private ramps: Partial<Record<string, Ramp>> = {};
  private colours: Colours | null = null;

  constructor(private readonly canvas: HTMLCanvasElement) {}

  draw(view: View, size: Size, theme: string): void {
    const context = this.canvas.getContext("2d");
    if (context === null) {
      throw new Error("This browser gives no canvas to draw the heatmap on");
    }
    const density = window.devicePixelRatio;
    this.resize(Math.round(size.width * density), Math.round(size.height * density));
    const ramp = this.rampFor(view.measure, theme);
    const colours = this.coloursFor();
    const layout = layoutOfView(view, size);
    const { strikes, side, limit } = view;
    const columns = view.heatmap?.columns ?? [];
    this.cells.update(columns, { strikes, width: layout.columns, side, ramp, limit });
    paint(
      context,
      {
        layout,
        cells: this.cells,
        side,
        totals: view.totals,
        totalsLimit: view.totalsLimit,
        isSigned: ramp.isSigned,
        spots: view.spots,
        spot: view.spot,
        now: view.now,
        marks: view.session.marks.map(({ at }) => at),
        colours,
        timeText: (at) => minuteIn(at, view.zone),
        spotText: price(view.spot),
        zoneText: zoneName(view.zone),
        totalsText: totalsText(view),
      },
      density,
    );
  }

  private resize(width: number, height: number): void {
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
  }

  private rampFor(measure: Measure, theme: string): Ramp {
    if (this.theme !== theme) {
      this.theme = theme;
      this.ramps = {};
      this.colours = null;
    }
    const token = tokenOf(measure);
    return (this.ramps[token] ??= rampOf(this.token(token), isSigned(measure)));
  }

  private coloursFor(): Colours {
    const diverging = this.colours === null ? this.token("--heat-diverging").split(",") : [];
    return (this.colours ??= {
      panel: this.token("--panel"),
      line: this.token("--line"),
      text: this.token("--text"),
      muted: this.token("--muted"),
      spot: this.token("--spot"),
      low: diverging[0]?.trim() ?? "",
      high: diverging.at(-1)?.trim() ?? "",
    });
  }

  private token(name: string): string {
    return getComputedStyle(this.canvas).getPropertyValue(name).trim();
  }
}

/** What the end of the totals' scale stands for. */
function totalsText({ heatmap, measure, totalsLimit }: View): string {
  if (heatmap === null) {
    return "";
  }
  const text = rounded(wordings[measure].short)(totalsLimit).replace("+", "");
  return isSigned(measure) ? `±${text}` : text;
}
