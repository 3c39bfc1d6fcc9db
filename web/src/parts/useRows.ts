import { useCallback, useLayoutEffect, useState } from "react";

/** The rows of a long list that are in sight: from `first` up to, not including, `last`. */
export interface Rows {
  readonly first: number;
  readonly last: number;
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
  const [span, setSpan] = useState({ first: 0, last: unmeasured });
  const measure = useCallback(() => {
    if (box === null || box.clientHeight === 0) {
      return;
    }
    const top = box.scrollTop;
    const first = Math.floor(top / rowHeight);
    const last = Math.ceil((top + box.clientHeight - headHeight) / rowHeight);
    setSpan((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, [box, rowHeight, headHeight]);

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
  return { first: Math.max(0, Math.min(span.first, last)), last, measure };
}
