import { useEffect, useRef, useState } from "react";
import type { Replay } from "../../model/messages";
import { aim } from "./orders";
import type { Steering } from "./useSteering";

interface Held {
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
  const latest = useRef(replay);
  useEffect(() => {
    latest.current = replay;
  });
  const isHeld =
    held !== null && (held.answeredAt === null || held.answeredAt === replay || replay.seeking);
  return {
    position: isHeld ? held.at : Date.parse(aim(replay)),
    hold: (at) => {
      setHeld({ at, isSent: false, answeredAt: null });
    },
    release: () => {
      if (held === null || held.isSent) {
        return;
      }
      setHeld({ ...held, isSent: true });
      void steer({ action: "seek", at: new Date(held.at).toISOString() }).then((isDone) => {
        setHeld(isDone ? { ...held, isSent: true, answeredAt: latest.current } : null);
      });
    },
  };
}
