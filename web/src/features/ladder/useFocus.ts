import { useCallback, useLayoutEffect, useRef, useState } from "react";

/** The cell that has the tab stop. */
export interface Stop {
  readonly key: string;
  readonly column: number;
}

export interface Focus {
  readonly stop: Stop | null;
  /** Puts the tab stop there. */
  readonly mark: (stop: Stop) => void;
  /** Puts the tab stop and the focus there, and the row in sight. */
  readonly go: (stop: Stop, row: number) => void;
}

/** One tab stop in a grid whose rows come and go with scrolling. */
export function useFocus(box: HTMLElement | null, reveal: (row: number) => void): Focus {
  const [stop, mark] = useState<Stop | null>(null);
  const isGoing = useRef(false);
  const go = useCallback(
    (to: Stop, row: number) => {
      isGoing.current = true;
      reveal(row);
      mark(to);
    },
    [reveal],
  );
  useLayoutEffect(() => {
    if (isGoing.current && stop !== null) {
      isGoing.current = false;
      box
        ?.querySelector<HTMLElement>(
          `[data-key="${stop.key}"] [aria-colindex="${String(stop.column + 1)}"]`,
        )
        ?.focus({ preventScroll: true });
    }
  }, [box, stop]);
  return { stop, mark, go };
}
