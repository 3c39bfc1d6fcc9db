import type { UseQueryResult } from "@tanstack/react-query";
import type { Flow } from "../../model/flow";
import { merge, sinceOf, type Heatmap, type HeatmapAnswer, type Measure } from "../../model/heatmap";
import { get } from "../../state/api";
import { useFollowing } from "../../state/following";

type Shown = Pick<Flow, "underlying" | "expiry" | "asOf" | "tape" | "replay" | "amendments">;

/** The heatmap, and how often earlier minutes had changed as it was asked for. */
interface Known {
  readonly heatmap: Heatmap;
  readonly amendments: number;
}

/** The heatmap of what is shown. */
export function useHeatmap(
  flow: Shown,
  measure: Measure,
  stepSeconds: number,
): Pick<UseQueryResult<Heatmap>, "data" | "error"> & { refetch: () => Promise<unknown> } {
  const { underlying, amendments } = flow;
  const expiry = flow.expiry ?? undefined;
  const { data, error, refetch } = useFollowing<Known>(
    flow,
    ["heatmap", underlying, expiry, measure, stepSeconds],
    async (known, signal) => {
      const before = known?.amendments === amendments ? known.heatmap : null;
      const heatmap = await refreshed(before, (since) =>
        get("/api/heatmap", { underlying, expiry, measure, step: stepSeconds, since }, signal),
      );
      return { heatmap, amendments };
    },
    ({ heatmap }) => heatmap,
  );
  return { data: data?.heatmap, error, refetch };
}

/** The heatmap with what is new; all of it where it cannot go on from the one before. */
async function refreshed(
  before: Heatmap | null,
  ask: (since: number) => Promise<HeatmapAnswer>,
): Promise<Heatmap> {
  const next = merge(before, await ask(sinceOf(before)));
  const whole = next === "missed" ? merge(null, await ask(0)) : next;
  if (whole === "missed") {
    throw new Error("The server told a part of the heatmap where all of it was asked for");
  }
  return whole;
}
