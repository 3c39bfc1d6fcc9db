// What the header says about the mode and the connection.
import { age } from "../../format/numbers";
import type { Flow } from "../../model/flow";
import type { Mode } from "../../model/messages";

export interface Line {
  readonly state: "connecting" | "open" | "reconnecting";
  readonly attempts: number;
  readonly heardAt: number | null;
  /** Null before the first message. */
  readonly mode: Mode | null;
  readonly feedAgeMs: number | null;
}

/** Beyond this age a live feed is called stale. */
const staleAfter = 3_000;

const modes: Readonly<Record<Mode, { readonly text: string; readonly meaning: string }>> = {
  live: { text: "● LIVE", meaning: "The market as it happens" },
  delayed: { text: "◔ DELAYED", meaning: "The market with the vendor's delay" },
  replay: { text: "▶ REPLAY", meaning: "A recorded day" },
  demo: { text: "▶ DEMO", meaning: "A simulated market: no price here is real" },
};

export function modeLabel({ mode, replay }: Pick<Flow, "mode" | "replay">): {
  readonly text: string;
  readonly meaning: string;
} {
  const label = modes[mode];
  if (replay === null) {
    return label;
  }
  const pace = replay.speed === "max" ? "max" : `${String(replay.speed)}×`;
  return { ...label, text: `${label.text} ${replay.playing ? pace : "paused"}` };
}

export function lineState(
  line: Line,
  now: number,
): { readonly text: string; readonly age: string | null; readonly isWarning: boolean } {
  if (line.state === "connecting") {
    return { text: "Connecting", age: null, isWarning: false };
  }
  if (line.state === "reconnecting") {
    return { text: `↻ Reconnecting (${String(line.attempts)})`, age: null, isWarning: true };
  }
  const silentFor = line.heardAt === null ? 0 : now - line.heardAt;
  const feedAge = (line.feedAgeMs ?? 0) + silentFor;
  const isRecorded = line.mode === "replay" || line.mode === "demo";
  const isStale = !isRecorded && feedAge > staleAfter;
  return {
    text: isStale ? "▲ Stale" : "Connected",
    age: age(isRecorded ? silentFor : feedAge),
    isWarning: isStale,
  };
}
