import { useEffect, useRef, type RefObject } from "react";
import type { Shown } from "./columns";

const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

/** A line below the number: what lies behind it stays, so that it can be read. */
const lit: Keyframe[] = [
  { boxShadow: "inset 0 -2px var(--accent)" },
  { boxShadow: "inset 0 -2px transparent" },
];

/** In four steps, each of which costs a drawing: a smooth one costs six times as many. */
const fading: KeyframeAnimationOptions = { duration: 400, easing: "steps(4)" };

/** Where more cells than this changed at once, none is lit: that would say nothing, at a high price. */
const most = 64;
let changed: Element[] = [];

function light(cell: Element): void {
  if (changed.length === 0) {
    requestAnimationFrame(() => {
      const cells = changed;
      changed = [];
      if (cells.length <= most) {
        cells.forEach((each) => each.animate(lit, fading));
      }
    });
  }
  changed.push(cell);
}

/**
 * Lights up the cells of a row whose text changed, for a moment, unless the whole day was set anew
 * (`epoch`) or other columns are shown.
 */
export function useLights(cells: readonly Shown[], epoch: string): RefObject<HTMLDivElement | null> {
  const row = useRef<HTMLDivElement>(null);
  const before = useRef({ cells, epoch });
  useEffect(() => {
    const old = before.current;
    before.current = { cells, epoch };
    if (stillness.matches || old.epoch !== epoch || old.cells.length !== cells.length) {
      return;
    }
    const drawn = row.current?.getElementsByClassName("cell");
    cells.forEach(({ text, isRolling }, place) => {
      const cell = drawn?.[place];
      if (cell !== undefined && isRolling !== true && old.cells[place]?.text !== text) {
        light(cell);
      }
    });
  });
  return row;
}
