import { useEffect, useRef, useState } from "react";
import type { Replay } from "../../model/messages";
import { aim } from "./orders";
import type { Steering } from "./useSteering";

interface Held {
  /** Which of the holds since the page came it is: an answer counts for its own. */
  readonly hold: number;
  readonly at: number;
  readonly isSent: boolean;
  /** What the replay was when the server had answered; null before. */
  readonly answeredAt: Replay | null;
}

/** The replay's position or, until it has arrived there, the one asked for here or elsewhere. */
export function useHeldPosition(
  replay: Replay,
  steer: Steering["steer"],
): {
  readonly position: number;
  readonly hold: (at: number) => void;
  readonly release: () => void;
} {
  const [held, setHeld] = useState<Held | null>(null);
  const holds = useRef(0);
  const latest = useRef(replay);
  useEffect(() => {
    latest.current = replay;
  });
  const isHeld =
    held !== null && (held.answeredAt === null || held.answeredAt === replay || replay.seeking);
  return {
    position: isHeld ? held.at : Date.parse(aim(replay)),
    hold: (at) => {
      setHeld({ hold: ++holds.current, at, isSent: false, answeredAt: null });
    },
    release: () => {
      if (held === null || held.isSent) {
        return;
      }
      setHeld({ ...held, isSent: true });
      void steer({ action: "seek", at: new Date(held.at).toISOString() }).then((isDone) => {
        setHeld((now) => {
          if (now?.hold !== held.hold) {
            return now;
          }
          return isDone ? { ...now, answeredAt: latest.current } : null;
        });
      });
    },
  };
}
