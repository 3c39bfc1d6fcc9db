import { useMemo, useState, type CSSProperties, type KeyboardEvent } from "react";
import { useCommands } from "../../state/commands";
import { useRows } from "../../parts/useRows";
import type { LadderColumn } from "./columns";
import { Head } from "./Head";
import { bracketAt, holds } from "./marks";
import { headHeight, rowHeight } from "./measures";
import { moved, type Place } from "./moves";
import { Row } from "./Row";
import { SpotLine } from "./SpotLine";
import { useCentre } from "./useCentre";
import { useFocus } from "./useFocus";
import type { View } from "./useView";

/** The strikes, of which only those in sight are drawn. */
export function Grid({
  view,
  open,
  onOpen,
}: {
  view: View;
  /** The rung whose detail is open. */
  open: string | undefined;
  onOpen: (key: string) => void;
}) {
  const { rows, sides, only, place, key } = view;
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [isHeld, hold] = useState(false);
  const inSight = useRows(box, { count: rows.length, rowHeight, headHeight });
  const { isFollowing, centre, onScroll } = useCentre(box, { place, key, isHeld, rows: inSight });
  const { stop, mark, go } = useFocus(box, inSight.reveal);
  const stopAt = stop ?? { key: rungNearSpot(view)?.key ?? "", column: strikeColumn(view) };
  const columns = only === null ? 2 * sides.calls.length + 1 : sides.puts.length + 1;

  const from = (): Place => ({
    row: rows.findIndex((rung) => rung.key === stopAt.key),
    column: stopAt.column,
  });
  const goTo = ({ row, column }: Place) => {
    const rung = rows[row];
    if (rung !== undefined) {
      go({ key: rung.key, column }, row);
    }
  };
  const press = (name: string, isWhole = false) => {
    const page = Math.max(1, Math.floor(inSight.room / rowHeight) - 1);
    const extent = { rows: rows.length, columns, page };
    const to = moved(from(), name, isWhole, extent);
    if (to !== null) {
      goTo(to);
    }
    return to !== null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isChord = event.ctrlKey || event.metaKey;
    if (event.shiftKey || event.altKey || (isChord && !/^(Home|End)$/.test(event.key))) {
      return;
    }
    if (event.key === "Enter") {
      onOpen(stopAt.key);
      event.preventDefault();
    } else if (press(event.key, isChord)) {
      event.preventDefault();
    }
  };
  useCommands([
    { id: "ladder.centre", title: "Centre on the spot", group: "Ladder", keys: "c", run: centre },
    {
      id: "ladder.down",
      title: "Next strike down",
      group: "Ladder",
      keys: "j",
      repeats: true,
      run: () => press("ArrowDown"),
    },
    {
      id: "ladder.up",
      title: "Next strike up",
      group: "Ladder",
      keys: "k",
      repeats: true,
      run: () => press("ArrowUp"),
    },
  ]);

  return (
    <div className="ladder-box">
      <div
        ref={setBox}
        role="grid"
        aria-label="Strikes"
        aria-live="off"
        aria-rowcount={rows.length + 2}
        aria-colcount={columns}
        className={`ladder-grid ${only === null ? "mirrored" : "one-sided"} ${view.hasManyRoots ? "many-roots" : ""}`}
        style={useTemplate(view)}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onPointerEnter={(event) => {
          hold(event.pointerType === "mouse");
        }}
        onPointerLeave={() => {
          hold(false);
        }}
        onClick={(event) => {
          const clicked = cellAt(event.target as Element);
          if (clicked !== null) {
            mark(clicked);
            onOpen(clicked.key);
          }
        }}
      >
        <Head sides={sides} only={only} isApproximate={view.flow.greeksApprox} />
        <div
          role="rowgroup"
          className="rungs"
          style={{ height: `${String(rows.length * rowHeight)}px` }}
        >
          {place !== null && view.flow.spot !== null && (
            <SpotLine place={place} spot={view.flow.spot} />
          )}
          {drawn(view, inSight, stopAt.key).map((index) => {
            const rung = rows[index];
            return (
              rung && (
                <Row
                  key={rung.key}
                  rung={rung}
                  index={index}
                  active={rung.key === stopAt.key ? stopAt.column : null}
                  isOpen={rung.key === open}
                  bracket={bracketAt(view.move, view.prices, index)}
                  {...numbersOf(view, rung)}
                />
              )
            );
          })}
        </div>
      </div>
      {!isFollowing && (
        <button type="button" className="recentre" onClick={centre}>
          ⌖ Re-centre
        </button>
      )}
    </div>
  );
}

function strikeColumn({ only, sides }: View): number {
  return only === null ? sides.calls.length : 0;
}

function rungNearSpot({ rows, middle }: View) {
  return rows.find(({ strike }) => strike === middle) ?? rows[0];
}

/** The rows to draw: those of the span, and the one with the tab stop. */
function drawn({ rows }: View, { first, last }: { first: number; last: number }, stop: string) {
  const places = Array.from({ length: last - first }, (_, place) => first + place);
  const stopped = rows.findIndex(({ key }) => key === stop);
  return stopped < 0 || (stopped >= first && stopped < last) ? places : [...places, stopped];
}

/** A row's part of the state. */
function numbersOf(view: View, rung: View["rows"][number]) {
  const { contracts, inView, spot } = view.flow;
  const of = (id: number | null) => (id === null ? null : (contracts.get(id) ?? null));
  const isIn = (id: number | null) => id !== null && inView.has(id);
  const [call, put] = [of(rung.call), of(rung.put)];
  return {
    call,
    put,
    calls: view.sides.calls,
    puts: view.sides.puts,
    callIsIn: spot !== null && rung.strike < spot,
    putIsIn: spot !== null && rung.strike > spot,
    isAtTheMoney: rung.strike === view.middle,
    wasReached: holds(view.range, rung.strike),
    isInView: isIn(rung.call) || isIn(rung.put),
    showsRoot: view.hasManyRoots,
    scales: view.scales,
    epoch: view.epoch,
    only: view.only,
  };
}

function cellAt(target: Element): { key: string; column: number } | null {
  const key = target.closest<HTMLElement>("[data-key]")?.dataset.key;
  const column = target.closest("[aria-colindex]")?.getAttribute("aria-colindex");
  return key === undefined || column === null || column === undefined
    ? null
    : { key, column: Number(column) - 1 };
}

/** The widths of the columns, which no number changes. */
function useTemplate({ sides }: View): CSSProperties {
  return useMemo(() => {
    const widths = (columns: readonly LadderColumn[]) =>
      columns.map(({ weight }) => `minmax(0, ${String(weight)}fr)`).join(" ");
    return {
      "--calls": widths(sides.calls),
      "--puts": widths(sides.puts),
      "--weights": sides.calls.reduce((sum, { weight }) => sum + weight, 0),
    } as CSSProperties;
  }, [sides]);
}
