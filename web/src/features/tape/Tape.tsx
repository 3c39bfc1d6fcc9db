import { useRef, useState } from "react";
import type { Flow } from "../../model/flow";
import { filterText, parseFilter } from "../../model/filter";
import { Panel } from "../../parts/Panel";
import { useCommands } from "../../state/commands";
import { isGoing } from "../../state/following";
import { useChangeSearch, useLiveSearch } from "../../state/search";
import { Controls } from "./Controls";
import { FilterBar } from "./FilterBar";
import { FilterWords } from "./FilterWords";
import { Prints } from "./Prints";
import { usePrints } from "./usePrints";
import "./tape.css";

const filterCommand = {
  id: "tape.filter",
  title: "Filter the tape",
  group: "Tape",
  keys: "/",
} as const;

const pauseCommand = {
  id: "tape.pause",
  title: "Pause or resume the tape",
  group: "Tape",
  keys: "Shift+P",
} as const;

/** The prints of what is shown as they come, the newest on top. */
export default function Tape({ flow }: { flow: Pick<Flow, "underlying" | "expiry" | "tape" | "bars" | "replay"> }) {
  const { filter = "" } = useLiveSearch();
  const change = useChangeSearch();
  const box = useRef<HTMLInputElement>(null);
  const { generation, last } = flow.tape;
  const [stop, setStop] = useState<{ generation: number; last: number } | null>(null);
  const held = stop?.generation === generation ? stop : null;
  const { terms } = parseFilter(filter);
  const canonical = terms === undefined ? null : filterText(terms);
  const look = {
    underlying: flow.underlying,
    expiry: flow.expiry,
    filter: canonical,
    generation,
    isGoing: isGoing(flow.replay),
    until: held?.last ?? last,
    isHeld: held !== null,
  };
  const query = usePrints(look);
  const pause = () => {
    const shown = Math.max(last, query.prints?.last ?? 0);
    setStop(held === null ? { generation, last: shown } : null);
  };
  useCommands([
    { ...filterCommand, run: () => box.current?.focus() },
    { ...pauseCommand, run: pause },
  ]);
  const choose = (next: string) => {
    change({ filter: next === "" ? undefined : next });
  };
  return (
    <Panel
      id="tape"
      className="tape"
      title="Tape"
      controls={
        <>
          <FilterWords filter={filter} box={box} onChange={choose} />
          <Controls
            flow={flow}
            filter={canonical}
            waiting={held === null ? null : Math.max(0, last - held.last)}
            onPause={pause}
          />
        </>
      }
    >
      <FilterBar filter={filter} onChange={choose} />
      {canonical !== null && (
        <Prints query={query} until={held?.last ?? Infinity} look={look} onFilter={choose} />
      )}
    </Panel>
  );
}
