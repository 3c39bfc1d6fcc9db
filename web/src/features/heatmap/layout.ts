// Where things stand in the heatmap, in CSS pixels, and what stands at a point.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  /** The strikes from the top down: a row each. */
  readonly strikes: readonly number[];
  /** When the first column begins, in milliseconds since 1970, and how long each is. */
  readonly from: number;
  readonly stepMs: number;
  /** Columns of the whole session. */
  readonly columns: number;
  readonly width: number;
  readonly height: number;
  /** The cells. */
  readonly cells: Box;
  /** The strikes' totals, right of them. */
  readonly bars: Box;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

const margin = { left: 56, right: 6, top: 8, bottom: 22, beside: 10 };

export function layoutOf(
  of: Pick<Layout, "strikes" | "from" | "stepMs" | "columns" | "width" | "height">,
): Layout {
  const barsWidth = Math.round(Math.min(96, Math.max(36, of.width * 0.13)));
  const height = Math.max(1, of.height - margin.top - margin.bottom);
  const width = Math.max(
    1,
    of.width - margin.left - margin.beside - barsWidth - margin.right,
  );
  const { left, top } = margin;
  return {
    ...of,
    cells: { left, top, width, height },
    bars: { left: left + width + margin.beside, top, width: barsWidth, height },
  };
}

/** The cell at a point; null outside. */
export function cellAt(layout: Layout, x: number, y: number): Cell | null {
  const { left, top, width, height } = layout.cells;
  const [across, down] = [(x - left) / width, (y - top) / height];
  if (!(across >= 0 && across < 1 && down >= 0 && down < 1)) {
    return null;
  }
  return {
    row: Math.floor(down * layout.strikes.length),
    column: Math.floor(across * layout.columns),
  };
}

export function boxOf(layout: Layout, { row, column }: Cell): Box {
  const { left, top, width, height } = layout.cells;
  const [across, down] = [width / layout.columns, height / layout.strikes.length];
  return { left: left + column * across, top: top + row * down, width: across, height: down };
}

/** How far from the left an instant is. */
export function xOf(layout: Layout, at: number): number {
  const { left, width } = layout.cells;
  return left + (width * (at - layout.from)) / (layout.stepMs * layout.columns);
}

/**
 * How far from the top a price is: in proportion between the middles of its neighbouring strikes, and
 * beyond the outermost ones as between the last two.
 */
export function yOf(layout: Layout, price: number): number {
  const { top, height } = layout.cells;
  return top + (height * (rowOf(layout.strikes, price) + 0.5)) / layout.strikes.length;
}

function rowOf(strikes: readonly number[], price: number): number {
  if (strikes.length < 2) {
    return 0;
  }
  const rises = (strikes[1] ?? 0) > (strikes[0] ?? 0);
  const behind = strikes.findIndex((strike) => (rises ? strike > price : strike < price));
  const lower = Math.min(strikes.length - 2, Math.max(0, (behind < 0 ? strikes.length : behind) - 1));
  const [one, other] = [strikes[lower] ?? 0, strikes[lower + 1] ?? 1];
  return lower + (price - one) / (other - one);
}

/** Strikes that the axis names: round ones, at least that many pixels apart. */
export function namedStrikes(layout: Layout, apart: number): number[] {
  const most = Math.max(1, Math.floor(layout.cells.height / apart));
  for (const step of [0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000]) {
    const named = layout.strikes.filter((strike) => strike % step === 0);
    if (named.length <= most) {
      return named;
    }
  }
  return [];
}

/** Instants that the axis names: on round minutes since the hour, at least that many pixels apart. */
export function namedTimes(layout: Layout, apart: number): number[] {
  const span = layout.stepMs * layout.columns;
  const most = Math.max(1, Math.floor(layout.cells.width / apart));
  const minute = 60_000;
  const step =
    [5, 10, 15, 30, 60, 120, 180].map((of) => of * minute).find((each) => span / each <= most) ??
    240 * minute;
  const times: number[] = [];
  for (let at = Math.ceil(layout.from / step) * step; at <= layout.from + span; at += step) {
    times.push(at);
  }
  return times;
}
