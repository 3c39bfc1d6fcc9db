import { useQueries } from "@tanstack/react-query";
import { get } from "../../state/api";
import type { TapeAnswer } from "./prints";
import type { Look } from "./usePrints";

const pauseMs = 5000;

/** The first of the terms of a filter that no print meets, undefined for none or while it is unknown. */
export function useShutting(look: Look, terms: readonly string[]): string | undefined {
  const { underlying, generation, isGoing } = look;
  const expiry = look.expiry ?? undefined;
  const passing = useQueries({
    queries: terms.map((filter) => ({
      queryKey: ["tape term", underlying, expiry, generation, filter],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const query = { underlying, expiry, filter, limit: 1 };
        return (await get<TapeAnswer>("/api/tape", query, signal)).prints.length;
      },
      enabled: terms.length > 1 && !isGoing,
      refetchInterval: pauseMs,
    })),
  });
  return terms.length === 1 ? terms[0] : terms.find((_, place) => passing[place]?.data === 0);
}
