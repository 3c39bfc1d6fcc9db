// A plot in uPlot's terms. What may change from frame to frame is read anew on each drawing.
import uPlot from "uplot";
import { minuteIn } from "../format/times";
import type { PlotAxis, PlotProps, PlotSeries, Tone } from "./Plot";

type Latest = () => PlotProps & { readonly onPoint: (index: number | null) => void };

/** Opaque enough to be seen, and to see the grid through. */
const bandOpacity = "38";

export function aligned({ at, series }: PlotProps): uPlot.AlignedData {
  return [at as number[], ...series.map(({ values }) => values as (number | null)[])];
}

/** Colours are the tokens that hold within that element. */
export function options(within: HTMLElement, latest: Latest): Omit<uPlot.Options, "width" | "height"> {
  const style = getComputedStyle(within);
  const colour = (tone: string) => style.getPropertyValue(`--${tone}`).trim();
  const { series, axes, bands, crosshair } = latest();
  return {
    ms: 1,
    padding: [8, 8, 0, 8],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { size: 6 },
      ...(crosshair === undefined ? {} : { sync: { key: crosshair, setSeries: false } }),
    },
    scales: {
      x: { time: true, range: (_, from, to) => timeRange(latest(), from, to) },
      ...Object.fromEntries(axes.map((axis) => [axis.id, { range: valueRange(axis, latest) }])),
    },
    axes: [timeAxis(colour, latest), ...axes.map((axis, place) => valueAxis(axis, place, colour, latest))],
    series: [{}, ...series.map((one) => line(one, axes[0].id, colour))],
    bands: (bands ?? []).map(({ upper, lower, tone }) => ({
      series: [placeOf(series, upper), placeOf(series, lower)],
      fill: colour(tone) + bandOpacity,
    })),
    hooks: {
      drawAxes: [
        (chart) => {
          drawLines(chart, latest(), colour);
        },
      ],
      setCursor: [
        (chart) => {
          latest().onPoint(chart.cursor.idx ?? null);
        },
      ],
    },
  };
}

/** The lines behind the series: zero, and the marks with their words at the top. */
function drawLines(chart: uPlot, { axes, marks }: PlotProps, colour: Colour): void {
  const { ctx: context, bbox } = chart;
  context.save();
  context.beginPath();
  context.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  context.clip();
  context.lineWidth = uPlot.pxRatio;
  context.strokeStyle = colour("muted");
  for (const { id } of axes.filter(({ hasZeroLine }) => hasZeroLine === true)) {
    const y = Math.round(chart.valToPos(0, id, true)) + 0.5;
    stroke(context, bbox.left, y, bbox.left + bbox.width, y);
  }
  context.setLineDash([3 * uPlot.pxRatio, 3 * uPlot.pxRatio]);
  context.fillStyle = colour("muted");
  context.font = `${String(11 * uPlot.pxRatio)}px system-ui, sans-serif`;
  context.textBaseline = "top";
  for (const { at, text } of marks ?? []) {
    const x = Math.round(chart.valToPos(at, "x", true)) + 0.5;
    stroke(context, x, bbox.top, x, bbox.top + bbox.height);
    writeBeside(chart, x, text ?? "");
  }
  context.restore();
}

/** Right of a place at the top or, where that would be cut, left of it. */
function writeBeside({ ctx: context, bbox }: uPlot, x: number, text: string): void {
  const gap = 4 * uPlot.pxRatio;
  const fits = x + gap + context.measureText(text).width <= bbox.left + bbox.width;
  context.textAlign = fits ? "left" : "right";
  context.fillText(text, fits ? x + gap : x - gap, bbox.top + 2 * uPlot.pxRatio);
}

function stroke(
  context: CanvasRenderingContext2D,
  ...[fromX, fromY, toX, toY]: [number, number, number, number]
): void {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}

function placeOf(series: readonly PlotSeries[], label: string): number {
  const place = series.findIndex((one) => one.label === label);
  if (place < 0) {
    throw new Error(`no series is called ${label}`);
  }
  return place + 1;
}

function timeRange({ range }: PlotProps, from: number, to: number): uPlot.Range.MinMax {
  return range === undefined ? [from, to] : [range[0], range[1]];
}

function valueRange({ id, includesZero }: PlotAxis, latest: Latest): uPlot.Range.Function {
  return (_, low, high) => {
    const fixed = latest().axes.find((axis) => axis.id === id)?.range;
    if (fixed !== undefined) {
      return [fixed[0], fixed[1]];
    }
    // Without any data uPlot passes null for both.
    const [least, most] = [low as number | null, high as number | null];
    if (least === null || most === null) {
      return [0, 1];
    }
    return includesZero === true
      ? uPlot.rangeNum(Math.min(0, least), Math.max(0, most), 0.1, true)
      : uPlot.rangeNum(least, most, 0.1, true);
  };
}

type Colour = (tone: Tone | "line") => string;

function timeAxis(colour: Colour, latest: Latest): uPlot.Axis {
  return {
    stroke: colour("muted"),
    font: "11px system-ui, sans-serif",
    size: 28,
    gap: 6,
    grid: { stroke: colour("line"), width: 1 },
    ticks: { show: false },
    values: (_, instants) => instants.map((instant) => minuteIn(instant, latest().zone)),
  };
}

/** uPlot's number for the right side; the left one is its default. */
const right = { side: 1 } as const;

function valueAxis(axis: PlotAxis, place: number, colour: Colour, latest: Latest): uPlot.Axis {
  const drawn: uPlot.Axis = {
    scale: axis.id,
    show: axis.isShown !== false,
    stroke: colour("muted"),
    font: "11px system-ui, sans-serif",
    size: 56,
    gap: 4,
    grid: { show: place === 0, stroke: colour("line"), width: 1 },
    ticks: { show: false },
    values: (_, values) => {
      const format = latest().axes.find(({ id }) => id === axis.id)?.format ?? axis.format;
      return values.map((value) => format(value));
    },
  };
  return Object.assign(drawn, axis.side === "right" ? right : {});
}

function line(series: PlotSeries, firstAxis: string, colour: Colour): uPlot.Series {
  const stroke = colour(series.tone);
  const common = {
    label: series.label,
    scale: series.axis ?? firstAxis,
    stroke,
    width: 1.5,
    // A line of one instant would not be seen.
    points: { show: (chart: uPlot) => chart.data[0].length === 1, size: 5 },
    ...(series.isDashed === true ? { dash: [5, 4] } : {}),
  };
  switch (series.shape) {
    case "bars":
      return { ...common, width: 0, fill: stroke, ...paths(uPlot.paths.bars?.({ size: [0.7, 24] })) };
    case "steps":
      return { ...common, ...paths(uPlot.paths.stepped?.({ align: 1 })) };
    default:
      return common;
  }
}

function paths(builder: uPlot.Series.PathBuilder | undefined): Pick<uPlot.Series, "paths"> {
  return builder === undefined ? {} : { paths: builder };
}
