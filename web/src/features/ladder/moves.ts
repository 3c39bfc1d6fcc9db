// Where a key leads in the grid.

/** A cell: its row, and its column from the left. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows in sight, which is how far a page goes. */
  readonly page: number;
}

/** The cell that a key leads to; null for a key that leads nowhere. */
export function moved(
  { row, column }: Place,
  key: string,
  isWhole: boolean,
  { rows, columns, page }: Extent,
): Place | null {
  const to = target(key, isWhole, { row, column }, { rows, columns, page });
  if (to === null) {
    return null;
  }
  return {
    row: Math.max(0, Math.min(rows - 1, to.row)),
    column: Math.max(0, Math.min(columns - 1, to.column)),
  };
}

function target(
  key: string,
  isWhole: boolean,
  { row, column }: Place,
  { rows, columns, page }: Extent,
): Place | null {
  switch (key) {
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "PageUp":
      return { row: row - page, column };
    case "PageDown":
      return { row: row + page, column };
    case "Home":
      return { row: isWhole ? 0 : row, column: 0 };
    case "End":
      return { row: isWhole ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}
