import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import type { Flow } from "../../model/flow";
import { merge, sinceOf, type Heatmap, type HeatmapAnswer, type Measure } from "../../model/heatmap";
import { get } from "../../state/api";

type Shown = Pick<Flow, "underlying" | "expiry" | "asOf" | "tape">;

const pauseMs = 1000;

/** The heatmap of what is shown, asked for again at most once a second while the day goes on. */
export function useHeatmap(
  flow: Shown,
  measure: Measure,
  stepSeconds: number,
): UseQueryResult<Heatmap> {
  const client = useQueryClient();
  const { underlying } = flow;
  const expiry = flow.expiry ?? undefined;
  const key = ["heatmap", underlying, expiry, measure, stepSeconds];
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      refreshed(client.getQueryData<Heatmap>(key) ?? null, (since) =>
        get<HeatmapAnswer>(
          "/api/heatmap",
          { underlying, expiry, measure, step: stepSeconds, since },
          signal,
        ),
      ),
    // Columns that stay are the same objects already.
    structuralSharing: false,
    refetchInterval: ({ state }) => (isCurrent(state.data, flow) ? false : pauseMs),
    refetchOnMount: ({ state }) => (isCurrent(state.data, flow) ? false : "always"),
  });
}

/** Whether the heatmap is of the instant, and the beginning, that the page shows. */
function isCurrent(heatmap: Heatmap | undefined, { asOf, tape }: Shown): boolean {
  return heatmap?.asOf === asOf && heatmap.generation === tape.generation;
}

/** The heatmap with what is new; all of it where it cannot go on from the one before. */
export async function refreshed(
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
