// Which command a key stands for, alone or after another one.
import { matchKeyBindingPress, parseKeybinding, type KeyBindingPress } from "tinykeys";
import type { Command } from "../../state/commands";

const patienceMs = 1_000;

interface Begun {
  readonly command: Command;
  readonly rest: readonly KeyBindingPress[];
}

/**
 * Runs the commands whose keys are pressed. A key that goes on with a sequence does nothing by
 * itself. A key that is held down runs its command once, unless that is one that repeats.
 */
export function presses(commands: () => readonly Command[], isOn: () => boolean) {
  let begun: readonly Begun[] = [];
  let until = 0;
  return (event: KeyboardEvent): void => {
    const going = event.timeStamp < until ? begun : [];
    begun = [];
    if (event.defaultPrevented || !isMeant(event) || !(isOn() || isChord(event))) {
      return;
    }
    const continued = matching(going, event);
    const next = continued.length > 0 ? continued : matching(starts(commands()), event);
    const done = next.find(({ rest }) => rest.length === 0);
    if (done !== undefined) {
      event.preventDefault();
      if (!event.repeat || done.command.repeats === true) {
        done.command.run();
      }
    } else {
      begun = next;
      until = event.timeStamp + patienceMs;
    }
  };
}

function starts(commands: readonly Command[]): readonly Begun[] {
  return commands.flatMap((command) =>
    command.keys === undefined ? [] : [{ command, rest: parseKeybinding(command.keys) }],
  );
}

function matching(candidates: readonly Begun[], event: KeyboardEvent): readonly Begun[] {
  return candidates.flatMap(({ command, rest: [press, ...rest] }) =>
    press !== undefined && fits(event, press) ? [{ command, rest }] : [],
  );
}

/** A sign counts by itself, whatever a keyboard needs to write it. */
function fits(event: KeyboardEvent, press: KeyBindingPress): boolean {
  const [modifiers, key] = press;
  const isSign = modifiers.length === 0 && typeof key === "string" && /^[^\p{L}\p{N}\s]$/u.test(key);
  return isSign ? event.key === key && !isChord(event) : matchKeyBindingPress(event, press);
}

function isChord(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey;
}

const fields = "input, select, textarea, [contenteditable], dialog";
const pressable = "button, a[href], summary, [role=option]";

/** Whether the key is meant for the page rather than for the element that has the focus. */
function isMeant(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof Element) || isChord(event)) {
    return true;
  }
  if (event.key === "Escape" && document.querySelector(":popover-open") !== null) {
    return false;
  }
  const isPress = event.key === " " || event.key === "Enter";
  return target.closest(fields) === null && !(isPress && target.closest(pressable) !== null);
}

const names: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
};

/** The keys as a keyboard spells them: `Shift ←`, `g then l`. */
export function keyText(keys: string, isMac: boolean): string {
  return keys
    .split(" ")
    .map((press) =>
      press
        .split("+")
        .map((key) => (key === "$mod" ? (isMac ? "⌘" : "Ctrl") : (names[key] ?? capital(key, press))))
        .join(" "),
    )
    .join(" then ");
}

function capital(key: string, press: string): string {
  return press.includes("+") && key.length === 1 ? key.toUpperCase() : key;
}
