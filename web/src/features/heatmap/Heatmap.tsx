import { useRef, useState } from "react";
import type { Flow } from "../../model/flow";
import { rungs } from "../../model/rungs";
import { Panel } from "../../parts/Panel";
import { download, downloadCsv } from "../../state/download";
import { useChangeSearch, useLiveSearch } from "../../state/search";
import { Controls } from "./Controls";
import { HeatGrid } from "./HeatGrid";
import { HeatTable } from "./HeatTable";
import { Legend } from "./Legend";
import { heatmapCsv, heatmapFile, heatmapPng } from "./save";
import { scrolled, zoomed, type StrikeRange } from "./strikeRange";
import { useHeatmap } from "./useHeatmap";
import { useRange } from "./useRange";
import { choicesOf, useView } from "./useView";
import "./heatmap.css";

/** Where in time and strike the money is: a column a step of time, a row a strike. */
export default function Heatmap({ flow }: { flow: Flow }) {
  const search = useLiveSearch();
  const change = useChangeSearch();
  const { measure, stepSeconds } = choicesOf(search);
  const { data: heatmap = null, error, refetch } = useHeatmap(flow, measure, stepSeconds);
  const [chosen, choose] = useRange();
  const { view, listed, range } = useView(flow, heatmap, search, chosen);
  const [isTable, setIsTable] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const show = (to: (range: StrikeRange) => StrikeRange) => {
    if (range !== null) {
      choose(to(range));
    }
  };
  const zoom = (by: number) => {
    show((of) => zoomed(listed, of, by));
  };
  return (
    <Panel
      id="heatmap"
      className="heat"
      title="Strike × time"
      controls={
        <Controls
          isTable={isTable}
          onTable={setIsTable}
          onZoom={zoom}
          onSave={(kind) => {
            if (heatmap !== null) {
              void save(kind);
            }
          }}
        />
      }
    >
      {error !== null && heatmap === null ? (
        <p className="heat-message" role="alert">
          {error.message}.{" "}
          <button type="button" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      ) : (
        <>
          <Legend measure={view.measure} limit={heatmap === null ? null : view.limit} />
          <div className="heat-body" ref={body}>
            {isTable && <HeatTable view={view} />}
            {!isTable && view.strikes.length > 0 && (
              <HeatGrid
                view={view}
                onOpen={(strike) => {
                  const rung = rungs(flow.instruments, flow.root).find(
                    (each) => each.strike === strike,
                  );
                  change({ strike: rung?.key }, true);
                }}
                onScroll={(by) => {
                  show((of) => scrolled(listed, of, by));
                }}
                onZoom={zoom}
              />
            )}
            {heatmap?.columns.length === 0 && <p className="heat-message">Nothing has traded yet.</p>}
          </div>
        </>
      )}
    </Panel>
  );

  async function save(kind: "csv" | "png"): Promise<void> {
    const picture = body.current?.querySelector("canvas");
    if (heatmap === null) {
      return;
    }
    if (kind === "csv") {
      downloadCsv(`${heatmapFile(heatmap)}.csv`, heatmapCsv(heatmap));
    } else if (picture) {
      download(`${heatmapFile(heatmap)}.png`, await heatmapPng(picture, view));
    }
  }
}
