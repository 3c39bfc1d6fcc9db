// The address is the page's state: what is shown, and how. A value that means nothing is left out.
import { useNavigate, useSearch } from "@tanstack/react-router";
import * as v from "valibot";

const choice = <const Options extends readonly string[]>(options: Options) =>
  v.fallback(v.optional(v.picklist(options)), undefined);
const text = v.fallback(v.optional(v.string()), undefined);
const date = v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined);

export const search = v.object({
  /** Which options, as `SPX`; the server's first where absent. */
  underlying: text,
  /** The date of expiry; the day's first where absent. */
  expiry: date,
  /** The series and strike whose detail is open, as `SPXW 6600`. */
  strike: text,
  /** The columns of the ladder; `flow` where absent. */
  columns: choice(["flow", "quotes", "greeks"]),
  /** Which strikes the ladder holds; `watched` where absent. */
  strikes: choice(["watched", "view", "10", "20", "all"]),
  /** Which way the strikes run; `descending` where absent. */
  order: choice(["descending", "ascending"]),
  /** Whose numbers a narrow ladder and the detail's charts show; calls' where absent. */
  side: choice(["call", "put"]),
  /** What the heatmap's colour means; `net_premium` where absent. */
  measure: choice(["net_premium", "premium", "volume", "delta_flow"]),
  /** What the heatmap is of; `both` where absent. */
  right: choice(["both", "call", "put"]),
  /** The minutes of the heatmap's columns; 5 where absent. */
  step: v.fallback(v.optional(v.picklist([1, 5, 15])), undefined),
  /** The heatmap's strikes, as `6550-6700`; those around the spot where absent. */
  range: text,
  /** Which prints the tape shows, in the grammar of docs/filters.md. */
  filter: text,
  /** The zone of the times; New York's where absent. */
  zone: choice(["et", "utc", "local"]),
  /** The panel that a narrow screen shows; `ladder` where absent. */
  panel: choice(["ladder", "charts", "heatmap", "tape"]),
  /** Whether single keys do something; they do where absent. */
  keys: choice(["off"]),
  /** An instant of the replay to go to once, and at which speed. */
  replay: text,
  speed: v.fallback(v.optional(v.union([v.pipe(v.number(), v.finite()), v.literal("max")])), undefined),
});

export type Search = v.InferOutput<typeof search>;

/** Reads an address; what it says wrongly counts as not said. */
export function readSearch(raw: Record<string, unknown>): Search {
  return v.parse(search, raw);
}

/** The state in the address. */
export function useLiveSearch(): Search {
  return readSearch(useSearch({ strict: false }));
}

/** Changes some of it; the step back button undoes it only where `push` is asked for. */
export function useChangeSearch(): (change: Partial<Search>, push?: boolean) => void {
  const navigate = useNavigate();
  return (change, push = false) => {
    void navigate({
      to: ".",
      search: (before: Search) => ({ ...before, ...change }),
      replace: !push,
    });
  };
}
