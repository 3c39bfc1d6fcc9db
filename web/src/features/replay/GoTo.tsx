import { useState } from "react";
import { Dialog } from "../../parts/Dialog";
import { timeOfDay } from "./orders";
import type { Steering } from "./useSteering";

/** Asks for a time of day in New York, and goes there. */
export function GoTo({ steer, onClose }: { steer: Steering["steer"]; onClose: () => void }) {
  const [text, setText] = useState("");
  const at = timeOfDay(text);
  return (
    <Dialog title="Go to a time" onClose={onClose} className="go-to">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (at !== null) {
            void steer({ action: "seek", at });
            onClose();
          }
        }}
      >
        <label>
          New York time{" "}
          <input
            data-focus
            placeholder="10:30 or 10:30:05"
            value={text}
            onChange={({ target }) => {
              setText(target.value);
            }}
          />
        </label>
        <button type="submit" disabled={at === null}>
          Go
        </button>
      </form>
    </Dialog>
  );
}
