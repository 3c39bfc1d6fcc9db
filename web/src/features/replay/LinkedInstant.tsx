import { useEffect, useEffectEvent } from "react";
import { calendarDay } from "../../format/times";
import type { Flow } from "../../model/flow";
import { useChangeSearch, useLiveSearch } from "../../state/search";
import { follow, type Followed } from "./link";
import { useSteering } from "./useSteering";

/**
 * Takes the shared clock, once, to the instant that the address names, and clears it from there
 * with the pace, which means nothing alone. Another day than the shown one is only shown where the
 * reader says so, since everybody sees it.
 * Shows that question, or why a link could not be followed.
 */
export function LinkedInstant({ flow: { replay } }: { flow: Flow }) {
  const { replay: at, speed } = useLiveSearch();
  const change = useChangeSearch();
  const { steer, refusal } = useSteering();
  const asked: Followed | null = at === undefined ? null : follow(at, speed, replay);
  const clear = () => {
    change({ replay: undefined, speed: undefined });
  };
  const follows = () => {
    clear();
    if (asked?.orders !== undefined) {
      void steer(...asked.orders);
    }
  };
  const go = useEffectEvent(() => {
    if (at === undefined) {
      clear();
    } else if (asked?.orders !== undefined && asked.day === null) {
      follows();
    }
  });
  useEffect(() => {
    if (at !== undefined || speed !== undefined) {
      go();
    }
  }, [at, speed]);
  const day = asked?.orders === undefined ? null : asked.day;
  const words = day === null ? (asked?.problem ?? refusal) : question(day);
  return words === null ? null : (
    <p className="notice" role="alert">
      <span>
        <span aria-hidden="true">▲</span> {words}
      </span>
      {day !== null && (
        <button type="button" onClick={follows}>
          Show it
        </button>
      )}
      {asked !== null && (
        <button type="button" onClick={clear}>
          Dismiss
        </button>
      )}
    </p>
  );
}

function question(day: string): string {
  return `The link is to ${calendarDay(day)}. Everybody who looks at this server would see that day.`;
}
