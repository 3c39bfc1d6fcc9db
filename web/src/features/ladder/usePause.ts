import { useState } from "react";
import type { Flow } from "../../model/flow";
import { useCommands } from "../../state/commands";

export interface Pause {
  /** What the ladder shows: the flow, or the one that it was paused at. */
  readonly shown: Flow;
  /** How far the market has gone on since, in milliseconds; null where nothing is paused. */
  readonly behindMs: number | null;
  /** Holds the ladder, or lets it go on; null in a replay, which has a pause of its own. */
  readonly toggle: (() => void) | null;
}

/** Lets a reader hold a live ladder still. The flow goes on behind it. */
export function usePause(flow: Flow): Pause {
  const [held, hold] = useState<Flow | null>(null);
  const isSame = held?.underlying === flow.underlying && held.expiry === flow.expiry;
  const isHeld = isSame && flow.replay === null;
  const shown = isHeld ? held : flow;
  const toggle = () => {
    hold(isHeld ? null : flow);
  };
  useCommands(
    flow.replay === null
      ? [
          {
            id: "ladder.pause",
            title: isHeld ? "Let the ladder go on" : "Hold the ladder still",
            group: "Ladder",
            keys: "Space",
            run: toggle,
          },
        ]
      : [],
  );
  return {
    shown,
    behindMs: isHeld ? Date.parse(flow.asOf ?? "") - Date.parse(shown.asOf ?? "") : null,
    toggle: flow.replay === null ? toggle : null,
  };
}
