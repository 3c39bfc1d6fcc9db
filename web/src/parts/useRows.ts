import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from "react";

/** A long list of rows of one height, below a head that stays in place. */
export interface List {
  readonly count: number;
  readonly rowHeight: number;
  readonly headHeight: number;
  /** One a row, from the top, where rows in sight are to stay while newer ones come in above. */
  readonly keys?: readonly number[];
}

/** The rows to draw, from `first` up to, not including, `last`: those in sight and a few more. */
export interface Rows {
  readonly first: number;
  readonly last: number;
  /** Pixels that rows are seen in; 0 before that is known. */
  readonly room: number;
  /** How far the list is scrolled, without asking the browser, which would lay out the page. */
  readonly top: () => number;
  /** Scrolls to that many pixels from the top. */
  readonly scroll: (top: number) => void;
  /** Scrolls no further than that row needs to be in sight. */
  readonly reveal: (row: number) => void;
}

/** Rows are drawn by as many at once, so that most scrolling draws nothing. */
const step = 4;
/** Rows beyond each edge, so that a quick scroll finds them there. */
const beyond = 4;
/** As many are drawn before the list has a height. */
const unmeasured = 40;

/** Which rows of a list in that scrolled box are drawn. */
export function useRows(box: HTMLElement | null, { count, rowHeight, headHeight, keys }: List): Rows {
  const [span, setSpan] = useState({ first: 0, last: unmeasured, room: 0 });
  const scrolled = useRef(0);
  const measure = useCallback(() => {
    scrolled.current = box?.scrollTop ?? 0;
    const room = Math.max(0, (box?.clientHeight ?? 0) - headHeight);
    const row = scrolled.current / rowHeight;
    setSpan((before) => spanAt(row, room || before.room, rowHeight, before));
  }, [box, rowHeight, headHeight]);
  useLayoutEffect(() => {
    if (box === null) {
      return;
    }
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    box.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", measure);
    };
  }, [box, measure]);

  const { room } = span;
  const top = useCallback(() => scrolled.current, []);
  const scroll = useCallback(
    (to: number) => {
      box?.scrollTo({ top: to, behavior: "instant" });
      measure();
    },
    [box, measure],
  );
  const reveal = useCallback(
    (row: number) => {
      const lowest = (row + 1) * rowHeight - room;
      scroll(Math.min(Math.max(scrolled.current, lowest), row * rowHeight));
    },
    [rowHeight, room, scroll],
  );
  useHold(scrolled, scroll, rowHeight, keys);

  const last = Math.min(count, span.last);
  return { first: Math.max(0, Math.min(span.first, last)), last, room, top, scroll, reveal };
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly room: number;
}

/** The span from that row of the list on; the very same one where nothing changes. */
function spanAt(row: number, room: number, rowHeight: number, before: Span): Span {
  const seen = room === 0 ? unmeasured : room / rowHeight;
  const first = Math.floor(row / step) * step - beyond;
  const last = Math.ceil((row + seen) / step) * step + beyond;
  const isSame = before.first === first && before.last === last && before.room === room;
  return isSame ? before : { first, last, room };
}

/** Scrolls by what came in above, unless the newest row is in sight. */
function useHold(
  scrolled: RefObject<number>,
  scroll: (top: number) => void,
  rowHeight: number,
  keys: readonly number[] | undefined,
): void {
  const newest = useRef(keys?.[0]);
  useLayoutEffect(() => {
    const before = newest.current;
    newest.current = keys?.[0];
    if (keys === undefined || before === keys[0] || scrolled.current === 0) {
      return;
    }
    const added = before === undefined ? -1 : keys.indexOf(before);
    scroll(added < 0 ? 0 : scrolled.current + added * rowHeight);
  }, [keys, scrolled, scroll, rowHeight]);
}
