// What a screen reader is told: the latest words, and not more often than every few seconds.
import { useEffect, useRef, useState } from "react";

const periodMs = 5_000;

/** Those words, late where others were said less than five seconds before. */
export function useAnnouncement(words: string): string {
  const [said, setSaid] = useState(words);
  const saidAt = useRef(-Infinity);
  useEffect(() => {
    if (words === said) {
      return;
    }
    const timer = setTimeout(
      () => {
        saidAt.current = Date.now();
        setSaid(words);
      },
      Math.max(0, saidAt.current + periodMs - Date.now()),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [words, said]);
  return said;
}
