// Parts of the day that the server tells over HTTP. They go on, and rest, with the rest of the page.
import {
  useQuery,
  useQueryClient,
  type QueryKey,
  type UseQueryResult,
} from "@tanstack/react-query";
import type { Flow } from "../model/flow";

/** Which instant, of which run of the day, something is of. */
export interface Told {
  readonly asOf: string | null;
  readonly generation: number;
}

const pauseMs = 1000;

/**
 * A part of the day as of the page's instant, asked for again at most once a second while the day
 * goes on. Nothing is asked for while the replay is on its way, what is told of another run of the
 * day than the page's is dropped, and what was known stays until then.
 *
 * @param ask gets what is known, null for nothing yet
 */
export function useFollowing<Data>(
  { asOf, tape: { generation }, replay }: Pick<Flow, "asOf" | "tape" | "replay">,
  queryKey: QueryKey,
  ask: (known: Data | null, signal: AbortSignal) => Promise<Data>,
  toldBy: (data: Data) => Told,
): UseQueryResult<Data> {
  const client = useQueryClient();
  const isCurrent = (data: Data | undefined) =>
    data !== undefined && toldBy(data).asOf === asOf && toldBy(data).generation === generation;
  return useQuery<Data>({
    queryKey,
    enabled: !isGoing(replay),
    queryFn: async ({ signal }) => {
      const known = client.getQueryData<Data>(queryKey) ?? null;
      const next = await ask(known, signal);
      return known === null || toldBy(next).generation === generation ? next : known;
    },
    // What stays is the very same already.
    structuralSharing: false,
    staleTime: ({ state }) => (isCurrent(state.data) ? Infinity : 0),
    refetchInterval: ({ state }) => (isCurrent(state.data) ? false : pauseMs),
  });
}

/** Whether the replay is on its way to somewhere, and the numbers rest. */
export function isGoing(replay: Flow["replay"]): boolean {
  return replay !== null && replay.target !== null;
}
