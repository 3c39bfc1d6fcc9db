import { memo, useEffect, useMemo, useState, type KeyboardEvent } from "react";
import { zoneName, type Zone } from "../../format/times";
import { useRows } from "../../parts/useRows";
import { columns, isInTheMoney } from "./columns";
import type { Print } from "./prints";

/** Pixels of a row, and of the head above the rows with its line. */
const rowHeight = 24;
const headHeight = 25;

/** How near to the last row older ones are asked for. */
const ahead = 40;

interface GridProps {
  /** The newest first. */
  readonly rows: readonly Print[];
  readonly hasOlder: boolean;
  readonly zone: Zone;
  readonly onOpen: (print: Print) => void;
  readonly onNearEnd: () => void;
}

/** The prints, of which only those in sight are in the document. */
export function PrintGrid({ rows, hasOlder, zone, onOpen, onNearEnd }: GridProps) {
  const keys = useMemo(() => rows.map(({ seq }) => seq), [rows]);
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const list = { count: rows.length, rowHeight, headHeight, keys };
  const { first, last, reveal } = useRows(box, list);
  const [activeSeq, setActiveSeq] = useState<number | null>(null);
  useEffect(() => {
    if (hasOlder && last >= rows.length - ahead) {
      onNearEnd();
    }
  });
  const active = activeSeq === null ? -1 : keys.indexOf(activeSeq);
  const move = (event: KeyboardEvent) => {
    const to = target(event.key, active, rows.length);
    const row = rows[to ?? -1];
    if (to !== null && row !== undefined) {
      event.preventDefault();
      setActiveSeq(row.seq);
      reveal(to);
    }
    const opened = rows[active];
    if (event.key === "Enter" && opened !== undefined) {
      onOpen(opened);
    }
  };
  return (
    <div
      ref={setBox}
      className="print-grid"
      role="grid"
      aria-label="Prints, the newest first"
      aria-rowcount={hasOlder ? -1 : rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={active >= first && active < last ? rowId(activeSeq) : undefined}
      tabIndex={0}
      onKeyDown={move}
    >
      <Head zone={zone} />
      <div
        role="rowgroup"
        className="print-body"
        style={{ height: rows.length * rowHeight }}
        onClick={(event) => {
          const row = (event.target as Element).closest<HTMLElement>("[data-seq]");
          const print = rows[keys.indexOf(Number(row?.dataset.seq))];
          if (print !== undefined) {
            onOpen(print);
          }
        }}
      >
        {rows.slice(first, last).map((print, i) => (
          <Row
            key={print.seq}
            print={print}
            index={first + i}
            zone={zone}
            isActive={print.seq === activeSeq}
          />
        ))}
      </div>
    </div>
  );
}

function rowId(seq: number | null): string {
  return `print-${String(seq)}`;
}

/** Where a key leads from a row, or null where it leads nowhere. */
function target(key: string, from: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
    case "j":
      return Math.min(from + 1, count - 1);
    case "ArrowUp":
    case "k":
      return Math.max(from - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

function Head({ zone }: { zone: Zone }) {
  return (
    <div role="rowgroup" className="print-head">
      <div role="row" aria-rowindex={1} className="print-row">
        {columns.map(({ name, className }) => (
          <span key={name} role="columnheader" className={className}>
            {name === "Time" ? `${name} ${zoneName(zone)}` : name}
          </span>
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly print: Print;
  readonly index: number;
  readonly zone: Zone;
  readonly isActive: boolean;
}

const Row = memo(function Row({ print, index, zone, isActive }: RowProps) {
  const marks = [isInTheMoney(print) ? "in-the-money" : "", isActive ? "active" : ""];
  return (
    <div
      id={rowId(print.seq)}
      data-seq={print.seq}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className={`print-row ${marks.join(" ")}`}
      style={{ transform: `translateY(${String(index * rowHeight)}px)` }}
    >
      {columns.map(({ name, className, cell, title }) => (
        <span key={name} role="gridcell" className={className} title={title?.(print)}>
          {cell(print, zone)}
        </span>
      ))}
    </div>
  );
});
