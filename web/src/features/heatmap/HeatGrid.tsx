import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useTheme } from "../../state/theme";
import { cursorAt, firstCursor, moved, type Cursor } from "./cursor";
import { usePinch, useWheel } from "./gestures";
import { HeatCanvas } from "./HeatCanvas";
import { boxOf, cellAt, type Box, type Layout } from "./layout";
import { layoutOfView, spotAt, type Size, type View } from "./view";
import { cellWords, sentence, wordings, type CellWords } from "./words";

interface Props {
  readonly view: View;
  readonly onOpen: (strike: number) => void;
  readonly onScroll: (strikes: number) => void;
  readonly onZoom: (strikes: number) => void;
}

/** The picture with a cursor, which the pointer or the arrow keys move. */
export function HeatGrid({ view, onOpen, onScroll, onZoom }: Props) {
  const theme = useTheme();
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  useWheel(box, view, { onScroll, onZoom });
  usePinch(box, onZoom);
  const layout = useMemo(() => (size === null ? null : layoutOfView(view, size)), [view, size]);
  const pointed = layout === null ? null : within(layout, cursor);
  const words = pointed === null ? null : wordsOf(view, pointed);
  const begun = view.heatmap?.columns.length ?? 0;

  const press = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const from = pointed ?? firstCursor(view.strikes, begun, view.spot);
    const to = pointed === null ? from : moved(from, event.key, view.strikes, begun);
    const isMove = moved(from, event.key, view.strikes, begun) !== null;
    if (isMove) {
      setCursor(to);
    } else if (event.key === "Enter" && pointed !== null) {
      onOpen(pointed.strike);
    } else if (event.key === "Escape" && pointed !== null) {
      setCursor(null);
    } else if (event.key === "+" || event.key === "-") {
      onZoom(event.key === "+" ? -zoomStep : zoomStep);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={box}
      className="heat-grid"
      role="application"
      aria-roledescription="heat map"
      aria-label={`${wordings[view.measure].name} by strike and time`}
      aria-describedby={hint}
      tabIndex={0}
      onKeyDown={press}
      onPointerMove={(event) => {
        setCursor(layout === null ? null : at(layout, event));
      }}
      onPointerLeave={(event) => {
        if (event.pointerType !== "touch") {
          setCursor(null);
        }
      }}
      onBlur={() => {
        setCursor(null);
      }}
      onClick={(event) => {
        const clicked = layout === null ? null : at(layout, event);
        if (clicked !== null && (!isTouch(event) || isSameCell(clicked, pointed))) {
          onOpen(clicked.strike);
        } else {
          setCursor(clicked);
        }
      }}
    >
      {size !== null && <HeatCanvas view={view} size={size} theme={theme} />}
      {layout !== null && pointed !== null && (
        <Outline box={boxOf(layout, cellOf(layout, pointed))} isKeys={pointed.by === "keys"} />
      )}
      {layout !== null && pointed !== null && words !== null && (
        <Tip words={words} layout={layout} box={boxOf(layout, cellOf(layout, pointed))} />
      )}
      <p id={hint} hidden>
        Arrow keys move between cells, Page Up and Page Down by five strikes, Home and End to the
        first and the latest time. Plus and minus zoom. Enter opens the strike.
      </p>
      <p className="unseen" aria-live="polite">
        {pointed?.by === "keys" && words !== null ? sentence(words) : ""}
      </p>
    </div>
  );
}

const zoomStep = 5;

/** A finger reads a cell with its first touch and opens it with the second. */
function isTouch({ nativeEvent }: React.MouseEvent): boolean {
  return nativeEvent instanceof PointerEvent && nativeEvent.pointerType === "touch";
}

function isSameCell(one: Cursor, other: Cursor | null): boolean {
  return one.strike === other?.strike && one.column === other.column;
}

function at(layout: Layout, event: React.MouseEvent): Cursor | null {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return cursorAt(layout, cellAt(layout, event.clientX - left, event.clientY - top));
}

/** The cursor, if its strike and its time are still shown. */
function within(layout: Layout, cursor: Cursor | null): Cursor | null {
  return cursor !== null && layout.strikes.includes(cursor.strike) && cursor.column < layout.columns
    ? cursor
    : null;
}

function cellOf(layout: Layout, { strike, column }: Cursor) {
  return { row: layout.strikes.indexOf(strike), column };
}

function wordsOf(view: View, { strike, column }: Cursor): CellWords | null {
  const { heatmap, side, zone } = view;
  return heatmap === null
    ? null
    : cellWords({ heatmap, side, column, strike, spot: spotAt(view, column), zone });
}

function Outline({ box, isKeys }: { box: Box; isKeys: boolean }) {
  return (
    <div
      className={`heat-outline${isKeys ? " keys" : ""}`}
      style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
    />
  );
}

/** Beside the cell, on the side that has more room. */
function Tip({ words, layout, box }: { words: CellWords; layout: Layout; box: Box }) {
  const isRight = box.left > layout.width / 2;
  const isLow = box.top > layout.height / 2;
  return (
    <div
      className="heat-tip"
      aria-hidden="true"
      style={{
        ...(isRight ? { right: layout.width - box.left + 8 } : { left: box.left + box.width + 8 }),
        ...(isLow ? { bottom: layout.height - box.top - box.height } : { top: box.top }),
      }}
    >
      <strong>{words.value}</strong>
      <span>{words.what}</span>
      <span>
        {words.strike} · {words.time}
      </span>
      {words.parts !== null && <span>{words.parts}</span>}
      {words.spot !== null && <span>{words.spot}</span>}
    </div>
  );
}

function useSize(box: React.RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) {
      return;
    }
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize(width === 0 || height === 0 ? null : { width, height });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [box]);
  return size;
}
