import { useEffect, useEffectEvent } from "react";
import type { Flow } from "../../model/flow";
import { useChangeSearch, useLiveSearch } from "../../state/search";
import { follow, type Followed } from "./link";
import { useSteering } from "./useSteering";

/**
 * Takes the shared clock, once, to the instant that the address names, and clears it from there
 * with the pace, which means nothing alone.
 * Shows only why a link could not be followed.
 */
export function LinkedInstant({ flow: { replay, underlying } }: { flow: Flow }) {
  const { replay: at, speed } = useLiveSearch();
  const change = useChangeSearch();
  const { steer, refusal } = useSteering();
  const asked: Followed | null = at === undefined ? null : follow(at, speed, replay, underlying);
  const clear = () => {
    change({ replay: undefined, speed: undefined });
  };
  const go = useEffectEvent(() => {
    if (at === undefined) {
      clear();
    } else if (asked?.orders !== undefined) {
      clear();
      void steer(...asked.orders);
    }
  });
  useEffect(() => {
    if (at !== undefined || speed !== undefined) {
      go();
    }
  }, [at, speed]);
  const problem = asked?.problem ?? refusal;
  return problem === null ? null : (
    <p className="notice" role="alert">
      <span>
        <span aria-hidden="true">▲</span> {problem}
      </span>
      {asked !== null && (
        <button type="button" onClick={clear}>
          Dismiss
        </button>
      )}
    </p>
  );
}
