import type { UseQueryResult } from "@tanstack/react-query";
import type { components } from "../../model/api";
import type { Flow } from "../../model/flow";
import { get } from "../../state/api";
import { useFollowing } from "../../state/following";

/** A contract's day by the minute. */
export type ContractDay = components["schemas"]["ContractHistory"];

/** The day of that contract so far. */
export function useContractDay(
  ticker: string,
  flow: Pick<Flow, "asOf" | "tape" | "replay">,
): UseQueryResult<ContractDay> {
  return useFollowing<ContractDay>(
    flow,
    ["contract day", ticker],
    (_, signal) => get(`/api/contracts/${encodeURIComponent(ticker)}/history`, {}, signal),
    ({ as_of, generation }) => ({ asOf: as_of, generation }),
  );
}
