import { useState } from "react";
import { minuteIn, secondIn } from "../../format/times";
import type { Replay } from "../../model/messages";
import { Dialog } from "../../parts/Dialog";
import { timeOfDay } from "./orders";
import type { Steering } from "./useSteering";

/** Asks for a time of day in New York within the replay, and goes there. */
export function GoTo({
  replay,
  steer,
  onClose,
}: {
  replay: Replay;
  steer: Steering["steer"];
  onClose: () => void;
}) {
  const [text, setText] = useState("");
  const at = timeOfDay(text);
  const isWithin = at !== null && isInside(at, replay);
  const isWrong = text.trim().length >= 4 && !isWithin;
  return (
    <Dialog title="Go to a time" onClose={onClose} className="go-to">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isWithin) {
            void steer({ action: "seek", at });
            onClose();
          }
        }}
      >
        <label>
          New York time{" "}
          <input
            data-focus
            placeholder="10:30, 10:30:05, 2:30 pm"
            aria-describedby="go-to-span"
            aria-invalid={isWrong}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
            }}
          />
        </label>
        <button type="submit" disabled={!isWithin}>
          Go
        </button>
        <p id="go-to-span" className={isWrong ? "wrong" : ""}>
          {isWrong && <span aria-hidden="true">▲ </span>}
          Between {minuteIn(replay.from)} and {minuteIn(replay.to)} ET
        </p>
      </form>
    </Dialog>
  );
}

function isInside(at: string, { from, to }: Replay): boolean {
  const second = at.padEnd("10:30:00".length, ":00");
  return second >= secondIn(from) && second <= secondIn(to);
}
