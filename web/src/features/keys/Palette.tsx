import { useId, useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { useAllFinders, type Command } from "../../state/commands";
import { Dialog } from "../../parts/Dialog";
import { found } from "./found";
import { keyText } from "./presses";
import "./keys.css";

const isMac = navigator.userAgent.includes("Mac");

/** Everything that can be done, by name: type a part of it, choose with the arrows, Enter does it. */
export function Palette({
  commands,
  onClose,
}: {
  commands: readonly Command[];
  onClose: () => void;
}) {
  const [text, setText] = useState("");
  const [place, setPlace] = useState(0);
  const list = useId();
  const finders = useAllFinders();
  const offered = [...finders.flatMap((find) => find(text)), ...found(commands, text)];
  const chosen = Math.min(place, offered.length - 1);
  const run = (command: Command | undefined) => {
    if (command !== undefined) {
      flushSync(onClose);
      command.run();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setPlace((chosen + move + offered.length) % Math.max(1, offered.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(offered[chosen]);
    }
  };
  return (
    <Dialog title="Commands" onClose={onClose} className="palette">
      <input
        data-focus
        role="combobox"
        aria-label="What to do"
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen < 0 ? undefined : `${list}-${String(chosen)}`}
        placeholder="What to do, a strike, a time, a word"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul role="listbox" id={list} aria-label="What can be done">
        {offered.map((command, index) => (
          <li
            key={command.id}
            ref={(item) => {
              if (index === chosen) {
                item?.scrollIntoView({ block: "nearest" });
              }
            }}
            id={`${list}-${String(index)}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => {
              run(command);
            }}
          >
            <span>
              <small>{command.group}</small> {command.title}
            </span>
            {command.keys !== undefined && <kbd>{keyText(command.keys, isMac)}</kbd>}
          </li>
        ))}
      </ul>
      {offered.length === 0 && (
        <p className="none">
          Nothing is called that. Type a part of a command, a strike such as 6600, a time of the replay
          such as 14:30, or a word of the glossary.
        </p>
      )}
    </Dialog>
  );
}
