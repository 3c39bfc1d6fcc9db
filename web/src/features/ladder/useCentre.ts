import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Rows } from "../../parts/useRows";
import { rowHeight } from "./measures";

export interface Centre {
  /** Whether the ladder goes with the spot; until the reader scrolls. */
  readonly isFollowing: boolean;
  readonly centre: () => void;
  readonly onScroll: () => void;
}

/**
 * Keeps the spot in the middle half of a scrolled box. Another `key` is another ladder, which is
 * centred at once; while it is held, nothing moves.
 */
export function useCentre(
  box: HTMLElement | null,
  {
    place,
    key,
    isHeld,
    rows: { room, top, scroll },
  }: { place: number | null; key: string; isHeld: boolean; rows: Rows },
): Centre {
  const [state, setState] = useState({ key, isFollowing: true, asked: 0 });
  const isFollowing = state.key !== key || state.isFollowing;
  const done = useRef({ centred: "", top: 0 });
  const wanted = `${key} ${String(state.asked)}`;

  useLayoutEffect(() => {
    if (room === 0 || place === null) {
      return;
    }
    const isNew = done.current.centred !== wanted;
    const at = place * rowHeight - top();
    const isAstray = at < room / 4 || at > (3 * room) / 4;
    if (isNew || (isFollowing && !isHeld && isAstray)) {
      scroll(place * rowHeight - room / 2);
      done.current = { centred: wanted, top: top() };
    }
  }, [room, top, scroll, place, wanted, isFollowing, isHeld]);

  const onScroll = useCallback(() => {
    const { centred, top: ours } = done.current;
    const isOurs = Math.abs((box?.scrollTop ?? 0) - ours) <= 1;
    if (centred !== "" && !isOurs) {
      setState((before) =>
        before.key === key && !before.isFollowing ? before : { ...before, key, isFollowing: false },
      );
    }
  }, [box, key]);
  const centre = useCallback(() => {
    setState(({ asked }) => ({ key, isFollowing: true, asked: asked + 1 }));
  }, [key]);
  return { isFollowing, centre, onScroll };
}
