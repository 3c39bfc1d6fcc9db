import { useCallback, useLayoutEffect, useRef, useState } from "react";

/** Pixels of a row and of the head above the rows. */
export const rowHeight = 24;

/** Rows are drawn by as many at once, so that most scrolling draws nothing. */
const step = 8;
const beyond = 8;

/**
 * Which of many rows are in sight of a scroller, with some before and behind them. While newer rows
 * come in above, those in sight stay where they are, unless the newest is among them.
 *
 * @param keys of the rows from the top
 */
export function useSight(keys: readonly number[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const [{ top, height }, setSight] = useState({ top: 0, height: 40 * rowHeight });
  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null) {
      return;
    }
    const next = {
      top: Math.floor(element.scrollTop / (step * rowHeight)) * step,
      height: element.clientHeight,
    };
    setSight((before) =>
      before.top === next.top && before.height === next.height ? before : next,
    );
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) {
      return undefined;
    }
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [look]);

  const newest = useRef(keys[0]);
  useLayoutEffect(() => {
    const element = scroller.current;
    const before = newest.current;
    newest.current = keys[0];
    if (element === null || element.scrollTop === 0 || before === keys[0]) {
      return;
    }
    const added = before === undefined ? -1 : keys.indexOf(before);
    element.scrollTo({ top: added < 0 ? 0 : element.scrollTop + added * rowHeight });
    look();
  }, [keys, look]);

  const reveal = (index: number) => {
    const element = scroller.current;
    if (element === null) {
      return;
    }
    const lowest = (index + 2) * rowHeight - element.clientHeight;
    const highest = index * rowHeight;
    const next = Math.min(Math.max(element.scrollTop, lowest), highest);
    element.scrollTo({ top: next });
  };

  return {
    scroller,
    look,
    reveal,
    first: Math.max(0, top - beyond),
    end: Math.min(keys.length, top + step + Math.ceil(height / rowHeight) + beyond),
  };
}
