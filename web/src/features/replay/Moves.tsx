import type { Replay } from "../../model/messages";
import { Icon } from "../../parts/Icon";
import type { Order } from "../../state/steering";
import { Control } from "./Control";
import { stepBack } from "./orders";

const minute = 60_000;

/** Plays, pauses, and steps by seconds and minutes. */
export function Moves({
  replay,
  order,
  jump,
}: {
  replay: Replay;
  order: (...orders: readonly Order[]) => void;
  jump: (by: number) => void;
}) {
  return (
    <div className="moves">
      <Control
        icon="farBack"
        label="Back 1 minute"
        keys="Shift ←"
        onClick={() => {
          jump(-minute);
        }}
      />
      <Control
        icon="back"
        label="Back 1 second"
        keys="←"
        onClick={() => {
          order(...stepBack(replay));
        }}
      />
      <button
        type="button"
        className="play"
        aria-pressed={replay.playing}
        title="Play or pause (Space)"
        onClick={() => {
          order({ action: replay.playing ? "pause" : "play" });
        }}
      >
        <Icon name={replay.playing ? "pause" : "play"} />{" "}
        <span>{replay.playing ? "Pause" : "Play"}</span>
      </button>
      <Control
        icon="forward"
        label="Step 1 second"
        keys="→"
        onClick={() => {
          order({ action: "step" });
        }}
      />
      <Control
        icon="farForward"
        label="Forward 1 minute"
        keys="Shift →"
        onClick={() => {
          jump(minute);
        }}
      />
    </div>
  );
}
