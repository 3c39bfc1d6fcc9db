import { timeIn, type Zone } from "../../format/times";
import type { Replay } from "../../model/messages";

/** Where the replay is on its way to, and how far it has come: the numbers behind rest meanwhile. */
export function Going({ replay, zone }: { replay: Replay; zone: Zone | undefined }) {
  if (replay.target === null) {
    return null;
  }
  const from = Date.parse(replay.from);
  const target = Date.parse(replay.target);
  return (
    <div className="going" role="status">
      Going to {timeIn(target, zone)}
      <progress
        aria-label="How far it has come"
        max={Math.max(1, target - from)}
        value={Math.max(0, Date.parse(replay.position) - from)}
      />
    </div>
  );
}
