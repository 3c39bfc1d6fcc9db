// The cell that is looked at, by its strike and its column, and how keys move it.
import type { Cell, Layout } from "./layout";
import { nearest } from "./strikeRange";

export interface Cursor {
  readonly strike: number;
  readonly column: number;
  /** Keys move it on; the pointer puts it anywhere and takes it away. */
  readonly by: "keys" | "pointer";
}

const far = 5;

/** Where a key leads to; null for a key that moves nothing. */
export function moved(
  cursor: Cursor,
  key: string,
  strikes: readonly number[],
  columns: number,
): Cursor | null {
  const row = nearest(strikes, cursor.strike);
  const to = (down: number, across: number): Cursor => ({
    strike: strikes[clamp(row + down, strikes.length)] ?? cursor.strike,
    column: clamp(cursor.column + across, columns),
    by: "keys",
  });
  switch (key) {
    case "ArrowUp":
      return to(-1, 0);
    case "ArrowDown":
      return to(1, 0);
    case "ArrowLeft":
      return to(0, -1);
    case "ArrowRight":
      return to(0, 1);
    case "PageUp":
      return to(-far, 0);
    case "PageDown":
      return to(far, 0);
    case "Home":
      return to(0, -columns);
    case "End":
      return to(0, columns);
    default:
      return null;
  }
}

function clamp(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place));
}

/** The cursor on a cell of the layout. */
export function cursorAt(layout: Layout, cell: Cell | null): Cursor | null {
  const strike = cell === null ? undefined : layout.strikes[cell.row];
  return cell === null || strike === undefined
    ? null
    : { strike, column: cell.column, by: "pointer" };
}

/** Where the keys begin: now, at the spot. */
export function firstCursor(strikes: readonly number[], columns: number, spot: number | null): Cursor {
  const middle = strikes[Math.floor(strikes.length / 2)] ?? 0;
  const strike = strikes[nearest(strikes, spot ?? middle)] ?? 0;
  return { strike, column: Math.max(0, columns - 1), by: "keys" };
}
