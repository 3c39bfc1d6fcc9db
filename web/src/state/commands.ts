// What the page can do by key or by name. Features bring their commands while they are shown; the
// keys, the key sheet and the palette all read the same list.
import { useEffect, useRef, useSyncExternalStore } from "react";

export interface Command {
  /** Unique, such as `replay.play`. */
  readonly id: string;
  /** What it does, in the imperative. */
  readonly title: string;
  readonly group: "View" | "Ladder" | "Tape" | "Replay" | "Go to" | "Glossary";
  /** As tinykeys spells them: `Shift+ArrowLeft`, `g l`, `$mod+k`; none for the palette only. */
  readonly keys?: string;
  /** Whether it goes on while its key is held down, as moves in a list do. */
  readonly repeats?: boolean;
  readonly run: () => void;
}

/** What is offered for what somebody typed, such as the strike of a number. */
export type Finder = (typed: string) => readonly Command[];

function list<Item>() {
  let items: readonly Item[] = [];
  const listeners = new Set<() => void>();
  const change = (next: readonly Item[]) => {
    items = next;
    listeners.forEach((listener) => {
      listener();
    });
  };
  return {
    all: () => items,
    add: (more: readonly Item[]) => {
      change([...items, ...more]);
      return () => {
        change(items.filter((item) => !more.includes(item)));
      };
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const commands = list<Command>();
const finders = list<Finder>();

/** Everything that can be done now. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(commands.subscribe, commands.all);
}

/** Whoever offers something for what is typed. */
export function useAllFinders(): readonly Finder[] {
  return useSyncExternalStore(finders.subscribe, finders.all);
}

/** Offers something for what is typed, while the component is shown. */
export function useFinder(find: Finder): void {
  const latest = useRef(find);
  useEffect(() => {
    latest.current = find;
  });
  useEffect(() => finders.add([(typed) => latest.current(typed)]), []);
}

/** Runs the command of that id, if somebody offers it now. */
export function runCommand(id: string): void {
  commands.all().find((command) => command.id === id)?.run();
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
    return commands.add(mine);
  }, [ids]);
}
