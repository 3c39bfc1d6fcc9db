// What the page can do by key or by name. Features bring their commands while they are shown; the
// keys, the key sheet and the palette all read the same list.
import { useEffect, useRef, useSyncExternalStore } from "react";

export interface Command {
  /** Unique, such as `replay.play`. */
  readonly id: string;
  /** What it does, in the imperative. */
  readonly title: string;
  readonly group: "View" | "Ladder" | "Tape" | "Replay" | "Go to";
  /** As tinykeys spells them: `Shift+ArrowLeft`, `g l`, `$mod+k`; none for the palette only. */
  readonly keys?: string;
  readonly run: () => void;
}

let commands: readonly Command[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Command[]): void {
  commands = next;
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Everything that can be done now. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => commands);
}

/** Runs the command of that id, if somebody offers it now. */
export function runCommand(id: string): void {
  commands.find((command) => command.id === id)?.run();
}

/**
 * Offers commands while the component is shown. They are known by their ids; what they run may
 * differ from one rendering to the next.
 */
export function useCommands(offered: readonly Command[]): void {
  const latest = useRef(offered);
  useEffect(() => {
    latest.current = offered;
  });
  const ids = offered.map(({ id }) => id).join(" ");
  useEffect(() => {
    const mine = latest.current.map((command) => ({
      ...command,
      run: () => {
        latest.current.find(({ id }) => id === command.id)?.run();
      },
    }));
    change([...commands, ...mine]);
    return () => {
      change(commands.filter((command) => !mine.includes(command)));
    };
  }, [ids]);
}
