// The wheel and two fingers on the heatmap, which change the strikes it shows.
import { useEffect, useEffectEvent, type RefObject } from "react";
import type { View } from "./view";

/** By so many strikes. */
type Move = (strikes: number) => void;

/** The wheel scrolls the strikes; with Ctrl, as pinching sends it, it zooms them. */
export function useWheel(
  box: RefObject<HTMLElement | null>,
  view: View,
  { onScroll, onZoom }: { onScroll: Move; onZoom: Move },
): void {
  const turn = useEffectEvent((event: WheelEvent) => {
    if (event.deltaY === 0) {
      return;
    }
    event.preventDefault();
    const down = Math.sign(event.deltaY);
    if (event.ctrlKey) {
      onZoom(down * 2);
    } else {
      const isFalling = (view.strikes[0] ?? 0) > (view.strikes[1] ?? 0);
      onScroll(isFalling ? -down : down);
    }
  });
  useEffect(() => {
    const element = box.current;
    const listener = (event: WheelEvent) => {
      turn(event);
    };
    element?.addEventListener("wheel", listener, { passive: false });
    return () => {
      element?.removeEventListener("wheel", listener);
    };
  }, [box]);
}

/** How far two fingers move apart or together for the next two strikes. */
const pinchStep = 20;

/** Two fingers zoom the strikes: apart to fewer, together to more. */
export function usePinch(box: RefObject<HTMLElement | null>, onZoom: Move): void {
  const zoom = useEffectEvent(onZoom);
  useEffect(() => {
    const element = box.current;
    let from: number | null = null;
    const begin = ({ touches }: TouchEvent) => {
      from = apart(touches);
    };
    const move = (event: TouchEvent) => {
      const now = apart(event.touches);
      if (now === null || from === null) {
        return;
      }
      event.preventDefault();
      if (Math.abs(now - from) >= pinchStep) {
        zoom(now > from ? -2 : 2);
        from = now;
      }
    };
    element?.addEventListener("touchstart", begin, { passive: true });
    element?.addEventListener("touchend", begin, { passive: true });
    element?.addEventListener("touchmove", move, { passive: false });
    return () => {
      element?.removeEventListener("touchstart", begin);
      element?.removeEventListener("touchend", begin);
      element?.removeEventListener("touchmove", move);
    };
  }, [box]);
}

/** The distance of two fingers in pixels; null where there are not two. */
function apart(touches: TouchList): number | null {
  const [one, other] = [touches[0], touches[1]];
  return one === undefined || other === undefined || touches.length > 2
    ? null
    : Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}
