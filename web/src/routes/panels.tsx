// The panels of the live screen, in the order of their tabs. A panel that is not listed has no place.
import { lazy, Suspense, type ReactNode } from "react";
import { Ladder } from "../features/ladder/Ladder";
import type { Flow } from "../model/flow";
import type { Search } from "../state/search";

const Premium = lazy(() => import("../features/premium/Premium"));
const Tape = lazy(() => import("../features/tape/Tape"));
const Heatmap = lazy(() => import("../features/heatmap/Heatmap"));

export type PanelName = NonNullable<Search["panel"]>;

interface Place {
  readonly name: PanelName;
  /** What its tab says. */
  readonly title: string;
  readonly show: (flow: Flow) => ReactNode;
}

/** Stands where the panel will be while its part of the page is fetched. */
const frame = <div className="panel" aria-busy="true" />;

export const panels: readonly Place[] = [
  { name: "ladder", title: "Ladder", show: (flow) => <Ladder flow={flow} /> },
  {
    name: "charts",
    title: "Premium",
    show: (flow) => (
      <Suspense fallback={frame}>
        <Premium flow={flow} />
      </Suspense>
    ),
  },
  {
    name: "heatmap",
    title: "Heatmap",
    show: (flow) => (
      <Suspense fallback={frame}>
        <Heatmap flow={flow} />
      </Suspense>
    ),
  },
  {
    name: "tape",
    title: "Tape",
    show: (flow) => (
      <Suspense fallback={frame}>
        <Tape flow={flow} />
      </Suspense>
    ),
  },
];
