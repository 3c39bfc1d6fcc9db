import { useCallback, useLayoutEffect, useRef, useState } from "react";

/** The rows of a long list that are in sight: from `first` up to, not including, `last`. */
export interface Rows {
  readonly first: number;
  readonly last: number;
  /** The height of the box; 0 before it has one. */
  readonly height: number;
  /** How far it is scrolled, without asking the browser, which would have to lay out the page. */
  readonly top: () => number;
  /** Looks again at once, after the list was scrolled by the page itself. */
  readonly measure: () => void;
}

/** As many as are drawn before the list has a height. */
const unmeasured = 40;

/** Which of `count` rows of one height a scrolled box shows below a head that stays in place. */
export function useRows(
  box: HTMLElement | null,
  { count, rowHeight, headHeight }: { count: number; rowHeight: number; headHeight: number },
): Rows {
  const [span, setSpan] = useState({ first: 0, last: unmeasured, height: 0 });
  const scrolled = useRef(0);
  const measure = useCallback(() => {
    const height = box?.clientHeight ?? 0;
    if (box === null || height === 0) {
      return;
    }
    const top = box.scrollTop;
    scrolled.current = top;
    const next = {
      first: Math.floor(top / rowHeight),
      last: Math.ceil((top + height - headHeight) / rowHeight),
      height,
    };
    setSpan((before) => (isSame(before, next) ? before : next));
  }, [box, rowHeight, headHeight]);
  const top = useCallback(() => scrolled.current, []);

  useLayoutEffect(() => {
    if (box === null) {
      return;
    }
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    box.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", measure);
    };
  }, [box, measure]);

  const last = Math.min(count, span.last);
  return { first: Math.max(0, Math.min(span.first, last)), last, height: span.height, top, measure };
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly height: number;
}

function isSame(one: Span, other: Span): boolean {
  return one.first === other.first && one.last === other.last && one.height === other.height;
}
