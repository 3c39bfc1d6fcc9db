import { memo, useEffect, useRef } from "react";
import { unknown } from "../../format/numbers";
import type { Shown } from "./columns";

const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

/** One number. It lights up when its text changes, unless the whole day was set anew (`epoch`). */
export const Cell = memo(function Cell({
  text,
  title,
  spoken,
  tone,
  bar,
  isRolling = false,
  epoch,
  column,
  isActive,
}: Shown & { epoch: string; column: number; isActive: boolean }) {
  const cell = useRef<HTMLDivElement>(null);
  const before = useRef({ text, epoch });
  useEffect(() => {
    const old = before.current;
    before.current = { text, epoch };
    if (old.text !== text && old.epoch === epoch && !isRolling && !stillness.matches) {
      cell.current?.animate(lit, 400);
    }
  }, [text, epoch, isRolling]);
  return (
    <div
      ref={cell}
      role="gridcell"
      aria-colindex={column + 1}
      aria-label={spoken}
      tabIndex={isActive ? 0 : -1}
      title={title}
      className={`cell ${tone ?? (nothing.has(text) ? "faint" : "")} ${bar === undefined ? "" : "bar"}`}
      style={{ backgroundSize: bar === undefined ? undefined : `${String(100 * (bar ?? 0))}% 18px` }}
    >
      {text}
    </div>
  );
});

/** What need not catch the eye. */
const nothing: ReadonlySet<string> = new Set([unknown, "0", "$0"]);

/** A line below the number: what lies behind it stays, so that it can be read. */
const lit: Keyframe[] = [
  { boxShadow: "inset 0 -2px var(--accent)" },
  { boxShadow: "inset 0 -2px transparent" },
];
