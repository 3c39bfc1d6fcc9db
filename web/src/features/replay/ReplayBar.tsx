import { useState, type MouseEvent } from "react";
import type { Flow } from "../../model/flow";
import type { Replay } from "../../model/messages";
import { runCommand } from "../../state/commands";
import { useLiveSearch } from "../../state/search";
import type { Order } from "../../state/steering";
import { Control } from "./Control";
import { Going } from "./Going";
import { GoTo } from "./GoTo";
import { linkTo } from "./link";
import { Moves } from "./Moves";
import { jump } from "./orders";
import { Scrub } from "./Scrub";
import { SpeedChoice } from "./SpeedChoice";
import { useCopy } from "./useCopy";
import { useReplayCommands } from "./useReplayCommands";
import { useSteering } from "./useSteering";
import "./replay.css";

/** The controls of the one clock that all viewers of a replay share. */
export function ReplayBar({ flow, replay }: { flow: Flow; replay: Replay }) {
  const { steer, refusal } = useSteering();
  const { zone } = useLiveSearch();
  const { copied, copy } = useCopy();
  const [isGoing, setIsGoing] = useState(false);
  const order = (...orders: readonly Order[]) => void steer(...orders);
  const controls = {
    order,
    jump: (by: number) => {
      order(jump(replay, by));
    },
    goTo: () => {
      setIsGoing(true);
    },
    copyLink: () => {
      copy(linkTo(window.location.href, flow.underlying, replay));
    },
  };
  useReplayCommands(replay, controls);
  const trouble = refusal ?? replay.failure;
  return (
    <section className="replay" aria-label="Replay" onMouseDown={leaveFocus}>
      <Going replay={replay} zone={zone} />
      <Moves replay={replay} {...controls} />
      <SpeedChoice replay={replay} order={order} />
      <Scrub flow={flow} replay={replay} zone={zone} steer={steer} />
      <More replay={replay} {...controls} />
      <p className="copied" role="status">
        {copied}
      </p>
      {trouble !== null && <p role="alert">▲ {trouble}</p>}
      {isGoing && (
        <GoTo
          replay={replay}
          steer={steer}
          onClose={() => {
            setIsGoing(false);
          }}
        />
      )}
    </section>
  );
}

/** A button pressed by pointer takes no focus, so that the keys of the replay go on working. */
function leaveFocus(event: MouseEvent): void {
  if ((event.target as Element).closest("button") !== null) {
    event.preventDefault();
  }
}

function More({
  replay,
  order,
  goTo,
  copyLink,
}: {
  replay: Replay;
  order: (...orders: readonly Order[]) => void;
  goTo: () => void;
  copyLink: () => void;
}) {
  return (
    <div className="moves">
      <Control
        icon="loop"
        label="Loop"
        isPressed={replay.loop}
        onClick={() => {
          order({ action: "loop", loop: !replay.loop });
        }}
      />
      <Control icon="clock" label="Go to a time" keys="t" onClick={goTo} />
      <Control
        icon="day"
        label="Choose a day"
        keys="d"
        onClick={() => {
          runCommand("programme.day");
        }}
      />
      <Control icon="link" label="Copy a link to this instant" onClick={copyLink} />
      {replay.live && (
        <button
          type="button"
          title="Return to the live market (l)"
          onClick={() => {
            runCommand("programme.live");
          }}
        >
          <span aria-hidden="true">●</span> Live
        </button>
      )}
    </div>
  );
}
