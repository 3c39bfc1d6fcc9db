// How much room there is, as the style sheets see it.
import { useCallback, useSyncExternalStore } from "react";

/** Below this a telephone held upright. */
export const isSlim = "(width < 560px)";
/** Below this a telephone: one panel at a time. */
export const isNarrow = "(width < 768px)";
/** From here on the ladder stands beside the other panels. */
export const isWide = "(width >= 1100px)";
/** From here on dates are written out. */
export const isRoomy = "(width >= 1280px)";
/** From here on three panels have room one above the other. */
export const isTall = "(height >= 880px)";

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", listener);
      return () => {
        list.removeEventListener("change", listener);
      };
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
