import { useQuery } from "@tanstack/react-query";
import type { Feeds, Hole } from "../../model/messages";
import { get } from "../../state/api";

const periodMs = 1_000;

/** How the live side is doing, asked for again each second while somebody looks; null before. */
export function useFeeds(): { readonly feeds: Feeds | null; readonly trouble: string | null } {
  const { data, error } = useQuery({
    queryKey: ["feeds"],
    queryFn: ({ signal }) => get<Feeds>("/api/feeds", {}, signal),
    refetchInterval: periodMs,
    staleTime: 0,
    retry: false,
  });
  return { feeds: data ?? null, trouble: error?.message ?? null };
}

/**
 * The holes of the shown day, the last found first.
 *
 * @param known how many there are and how many are open: others are asked for when that changes
 */
export function useHoles(known: { readonly holes: number; readonly holes_open: number }): readonly Hole[] {
  const { data } = useQuery({
    queryKey: ["holes", known.holes, known.holes_open],
    queryFn: ({ signal }) => get<{ holes: readonly Hole[] }>("/api/holes", {}, signal),
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
  return data?.holes.toReversed() ?? [];
}
