import { useState } from "react";
import type { Flow } from "../../model/flow";
import { Panel } from "../../parts/Panel";
import { useChangeSearch, useLiveSearch } from "../../state/search";
import { Controls } from "./Controls";
import { Grid } from "./Grid";
import { Notes } from "./Notes";
import { usePause } from "./usePause";
import { useRoom } from "./useRoom";
import { useView } from "./useView";
import "./ladder.css";

/** Calls left, puts right, strikes in the middle: what traded at each, and what it is worth. */
export function Ladder({ flow }: { flow: Flow }) {
  const [panel, setPanel] = useState<HTMLDivElement | null>(null);
  const pause = usePause(flow);
  const view = useView(pause.shown, useRoom(panel));
  const { strike } = useLiveSearch();
  const change = useChangeSearch();
  return (
    <div ref={setPanel} className="ladder">
      <Panel id="ladder" title="Strikes" controls={<Controls view={view} pause={pause} />}>
        {view.rows.length === 0 ? (
          <p className="ladder-note">No strike is watched yet. Choose all strikes (w) to see them.</p>
        ) : (
          <Grid
            view={view}
            open={strike}
            onOpen={(key) => {
              change({ strike: key }, true);
            }}
          />
        )}
        <Notes flow={flow} />
      </Panel>
    </div>
  );
}
