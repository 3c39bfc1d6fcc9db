// This machine's clock, for ages and countdowns.
import { useEffect, useState } from "react";

/** The time in milliseconds since 1970, told again after every such period. */
export function useNow(periodMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, periodMs);
    return () => {
      clearInterval(timer);
    };
  }, [periodMs]);
  return now;
}
