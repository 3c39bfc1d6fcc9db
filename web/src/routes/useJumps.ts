import { useNavigate } from "@tanstack/react-router";
import { presets } from "../features/tape/presets";
import type { Flow } from "../model/flow";
import { entry, terms } from "../model/glossary";
import { rungs } from "../model/rungs";
import { useCommands, useFinder, type Command } from "../state/commands";
import { useChangeSearch } from "../state/search";
import { rungOf } from "./jumps";

/** Goes by name to a strike, a word of the glossary, or the prints of a preset. */
export function useJumps(flow: Flow | null): void {
  const navigate = useNavigate();
  const change = useChangeSearch();
  useFinder((typed) => {
    const rung = rungOf(flow === null ? [] : rungs(flow.instruments, flow.root), typed);
    return (["call", "put"] as const).flatMap((side): Command[] =>
      rung === undefined || rung[side] === null
        ? []
        : [
            {
              id: `strike.${side}`,
              title: `${rung.key} ${side}`,
              group: "Ladder",
              run: () => {
                change({ strike: rung.key, side }, true);
              },
            },
          ],
    );
  });
  useCommands([
    ...presets.map(({ name, filter }) => ({
      id: `tape.preset.${name.toLowerCase().replaceAll(" ", "-")}`,
      title: `Filter the tape: ${name}`,
      group: "Tape" as const,
      run: () => {
        change({ filter, panel: "tape", strike: undefined }, true);
      },
    })),
    ...terms.map((term) => ({
      id: `glossary.${term}`,
      title: entry(term).term,
      group: "Glossary" as const,
      run: () => {
        void navigate({ to: "/glossary", hash: term });
      },
    })),
  ]);
}
