import { useState } from "react";
import { easternTime } from "../../format/times";
import type { Replay } from "../../model/messages";
import { steer, type Order } from "./control";

const speeds = [1, 4, 16, 60, 240] as const;

export function ReplayBar({ replay }: { replay: Replay }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const order = (what: Order) => {
    void steer(what).then(setRefusal);
  };
  return (
    <section className="replay" aria-label="Replay">
      <button
        type="button"
        aria-pressed={replay.playing}
        onClick={() => {
          order({ action: replay.playing ? "pause" : "play" });
        }}
      >
        {replay.playing ? "❚❚ Pause" : "▶ Play"}
      </button>
      <button
        type="button"
        onClick={() => {
          order({ action: "step" });
        }}
      >
        Step 1 s
      </button>
      <Position replay={replay} order={order} />
      <Speed speed={replay.speed} order={order} />
      <label>
        <input
          type="checkbox"
          checked={replay.loop}
          onChange={(event) => {
            order({ action: "loop", loop: event.target.checked });
          }}
        />{" "}
        loop
      </label>
      <span className="note">{note(replay)}</span>
      {(refusal ?? replay.failure) !== null && <p role="alert">{refusal ?? replay.failure}</p>}
    </section>
  );
}

function note(replay: Replay): string {
  if (replay.seeking) {
    return "seeking";
  }
  return replay.ended ? "at the end" : "";
}

function Position({ replay, order }: { replay: Replay; order: (what: Order) => void }) {
  const [held, setHeld] = useState<number | null>(null);
  const position = held ?? Date.parse(replay.position);
  const release = () => {
    if (held !== null) {
      order({ action: "seek", at: new Date(held).toISOString() });
      setHeld(null);
    }
  };
  return (
    <label className="position">
      <span>{easternTime(position)}</span>
      <input
        type="range"
        aria-label="Position"
        aria-valuetext={easternTime(position)}
        min={Date.parse(replay.from)}
        max={Date.parse(replay.to)}
        step={1000}
        value={position}
        onChange={(event) => {
          setHeld(event.target.valueAsNumber);
        }}
        onPointerUp={release}
        onKeyUp={release}
        onBlur={release}
      />
    </label>
  );
}

function Speed({
  speed,
  order,
}: {
  speed: Replay["speed"];
  order: (what: Order) => void;
}) {
  const offered: readonly Replay["speed"][] = [...new Set([...speeds, speed, "max" as const])];
  return (
    <label>
      speed{" "}
      <select
        value={speed}
        onChange={(event) => {
          const chosen = event.target.value;
          order({ action: "speed", speed: chosen === "max" ? "max" : Number(chosen) });
        }}
      >
        {offered.map((each) => (
          <option key={each} value={each}>
            {each === "max" ? "max" : `${String(each)}×`}
          </option>
        ))}
      </select>
    </label>
  );
}
