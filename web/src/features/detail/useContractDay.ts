import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { components } from "../../model/api";
import type { Flow } from "../../model/flow";
import { get } from "../../state/api";

/** A contract's day by the minute. */
export type ContractDay = components["schemas"]["ContractHistory"];

const pauseMs = 1000;

/** The day of that contract so far, asked for again at most once a second while the day goes on. */
export function useContractDay(
  ticker: string,
  { asOf, tape }: Pick<Flow, "asOf" | "tape">,
): UseQueryResult<ContractDay> {
  const generation = tape.generation;
  return useQuery({
    queryKey: ["contract day", ticker, generation],
    queryFn: ({ signal }) =>
      get<ContractDay>(`/api/contracts/${encodeURIComponent(ticker)}/history`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.as_of === asOf ? false : pauseMs),
    refetchOnMount: "always",
  });
}
