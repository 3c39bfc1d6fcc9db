import { useState } from "react";
import { timeIn, type Zone } from "../../format/times";
import type { Flow } from "../../model/flow";
import type { Replay, Value } from "../../model/messages";
import { bands, furthest } from "./orders";
import { useHeldPosition } from "./useHeldPosition";
import type { Steering } from "./useSteering";

/** The day from end to end: its phases, its volume, and where the replay is in it. */
export function Scrub({
  flow,
  replay,
  zone,
  steer,
}: {
  flow: Flow;
  replay: Replay;
  zone: Zone | undefined;
  steer: Steering["steer"];
}) {
  const { position, hold, release } = useHeldPosition(replay, steer);
  const from = Date.parse(replay.from);
  const to = Date.parse(replay.to);
  return (
    <div className="scrub">
      <output className="position">
        {timeIn(position, zone)}
        <small>{note(replay)}</small>
      </output>
      <div className="day">
        <Day flow={flow} replay={replay} />
        <div className="played" style={{ width: `${String((100 * (position - from)) / (to - from))}%` }} />
        <input
          type="range"
          aria-label="Position"
          aria-valuetext={timeIn(position, zone)}
          min={from}
          max={to}
          step={1000}
          value={position}
          onChange={({ target }) => {
            hold(target.valueAsNumber);
          }}
          onPointerUp={release}
          onKeyUp={release}
          onBlur={release}
        />
      </div>
    </div>
  );
}

function note(replay: Replay): string {
  if (replay.target !== null) {
    return "on its way";
  }
  return replay.ended ? "at the end" : "";
}

function Day({ flow, replay }: { flow: Flow; replay: Replay }) {
  const volume = useVolumeOfDay(flow, replay);
  const minutes = (Date.parse(replay.to) - Date.parse(replay.from)) / 60_000;
  const first = (Date.parse(flow.history.from ?? "") - Date.parse(replay.from)) / 60_000;
  const most = Math.max(1, ...volume.map((value) => value ?? 0));
  return (
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      {bands(flow.market?.phases ?? [], replay).map(({ phase, start, width }) => (
        <rect key={phase} className={`band ${phase}`} x={start} width={width} height="1" />
      ))}
      <path className="volume" d={bars(volume, first, minutes, most)} />
    </svg>
  );
}

function bars(volume: readonly Value[], first: number, minutes: number, most: number): string {
  return volume
    .map((value, place) => {
      const top = (1 - (0.9 * (value ?? 0)) / most).toFixed(3);
      const left = (first + place) / minutes;
      return `M${left.toFixed(5)} 1V${top}H${(left + 0.8 / minutes).toFixed(5)}V1Z`;
    })
    .join("");
}

interface Seen {
  readonly day: string;
  readonly volume: readonly Value[];
}

/** The volume by the minute, as far as this page ever saw it of the day. */
function useVolumeOfDay(flow: Flow, replay: Replay): readonly Value[] {
  const day = `${flow.underlying} ${flow.expiry ?? ""} ${replay.from}`;
  const puts = flow.history.put_volume;
  const now = flow.history.call_volume.map((calls, place) => (calls ?? 0) + (puts[place] ?? 0));
  const [seen, setSeen] = useState<Seen>({ day, volume: now });
  const volume = seen.day === day ? furthest(seen.volume, now) : now;
  if (seen.day !== day || seen.volume !== volume) {
    setSeen({ day, volume });
  }
  return volume;
}
