import { useEffect, useEffectEvent, useState } from "react";
import { useChangeSearch, useLiveSearch } from "../../state/search";
import { parseRange, printRange, type StrikeRange } from "./strikeRange";

const settledMs = 250;

/**
 * The strikes that were chosen, null for those around the spot, and how to choose. The address has
 * them once they stand still: browsers refuse to change it with every turn of a wheel.
 */
export function useRange(): readonly [StrikeRange | null, (range: StrikeRange) => void] {
  const { range } = useLiveSearch();
  const change = useChangeSearch();
  const [moving, setMoving] = useState<StrikeRange | null>(null);
  const settle = useEffectEvent((to: StrikeRange) => {
    change({ range: printRange(to) });
    setMoving(null);
  });
  useEffect(() => {
    if (moving === null) {
      return;
    }
    const timer = setTimeout(() => {
      settle(moving);
    }, settledMs);
    return () => {
      clearTimeout(timer);
    };
  }, [moving]);
  return [moving ?? parseRange(range), setMoving];
}
