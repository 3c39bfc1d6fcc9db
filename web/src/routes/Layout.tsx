// Where the panels stand: side by side, above one another, or one at a time behind tabs; and where the
// detail of a strike lies over them.
import { CatchBoundary } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { Flow } from "../model/flow";
import { isNarrow, isTall, isWide, useMedia } from "../state/screen";
import { useChangeSearch, useLiveSearch } from "../state/search";
import { panels, type PanelName } from "./panels";

export function Layout({ flow }: { flow: Flow }) {
  const narrow = useMedia(isNarrow);
  const wide = useMedia(isWide);
  const tall = useMedia(isTall);
  if (narrow) {
    return (
      <>
        <Tabbed flow={flow} names={["ladder", "charts", "heatmap", "tape"]} at="foot" />
        <OpenDetail flow={flow} isBeside={false} />
      </>
    );
  }
  if (!wide) {
    return (
      <div className="panels stacked">
        <Place flow={flow} name="ladder" />
        <Tabbed flow={flow} names={["charts", "heatmap", "tape"]} at="head" />
        <OpenDetail flow={flow} isBeside={false} />
      </div>
    );
  }
  return (
    <div className="panels beside">
      <Place flow={flow} name="ladder" />
      <div className="column">
        <Place flow={flow} name="charts" />
        {tall ? (
          <>
            <Place flow={flow} name="heatmap" />
            <Place flow={flow} name="tape" />
          </>
        ) : (
          <Tabbed flow={flow} names={["heatmap", "tape"]} at="head" />
        )}
        <OpenDetail flow={flow} isBeside />
      </div>
    </div>
  );
}

const Detail = lazy(() => import("../features/detail/Detail"));

/** The detail of the strike that the address names, over the panels beside the ladder or over all. */
function OpenDetail({ flow, isBeside }: { flow: Flow; isBeside: boolean }) {
  const { strike } = useLiveSearch();
  return (
    strike !== undefined && (
      <Suspense>
        <Detail flow={flow} strike={strike} isBeside={isBeside} />
      </Suspense>
    )
  );
}

function Place({ flow, name }: { flow: Flow; name: PanelName }) {
  const panel = panels.find((each) => each.name === name);
  return panel === undefined ? null : (
    <div className="place" data-panel={name} tabIndex={-1}>
      <CatchBoundary getResetKey={() => name} errorComponent={Broken}>
        {panel.show(flow)}
      </CatchBoundary>
    </div>
  );
}

/** A panel that cannot be shown takes none of the others with it. */
function Broken({ error }: { error: unknown }) {
  return (
    <div className="broken" role="alert">
      <p>
        <span aria-hidden="true">▲</span> This panel cannot be shown ({String(error)})
      </p>
      <button
        type="button"
        onClick={() => {
          window.location.reload();
        }}
      >
        Load the page again
      </button>
    </div>
  );
}

/** One of these panels at a time: the one that the address names, or else the first. */
function Tabbed({
  flow,
  names,
  at,
}: {
  flow: Flow;
  names: readonly PanelName[];
  at: "head" | "foot";
}) {
  const { panel } = useLiveSearch();
  const change = useChangeSearch();
  const offered = panels.filter(({ name }) => names.includes(name));
  const shown = offered.find(({ name }) => name === panel) ?? offered[0];
  if (shown === undefined) {
    return null;
  }
  return (
    <div className={`tabbed ${at}`}>
      {offered.length > 1 && (
        <nav className="tabs" aria-label="Panels">
          {offered.map(({ name, title }) => (
            <button
              key={name}
              type="button"
              aria-current={name === shown.name}
              onClick={() => {
                change({ panel: name });
              }}
            >
              {title}
            </button>
          ))}
        </nav>
      )}
      <Place flow={flow} name={shown.name} />
    </div>
  );
}
