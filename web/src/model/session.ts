// The time that charts span: the whole session of the shown series, whatever of it is over.
import type { Flow } from "./flow";
import type { Phase } from "./messages";

export interface Session {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Where another phase begins within it. */
  readonly marks: readonly { readonly at: number; readonly phase: Phase["phase"] }[];
}

const regularHours = 6.5 * 3600 * 1000;

/**
 * From the open to where the series stops trading: the regular close on the day it expires, the end of
 * late trading before. Where the server told no hours, those of the replay or of the minutes so far.
 */
export function sessionOf({
  market,
  replay,
  history,
}: Pick<Flow, "market" | "replay" | "history">): Session {
  const regular = market?.phases.find(({ phase }) => phase === "regular");
  if (market === null || regular === undefined) {
    const from = Date.parse(history.from ?? "") || Date.parse(replay?.from ?? "") || 0;
    return { from, to: Math.max(from + regularHours, Date.parse(replay?.to ?? "") || 0), marks: [] };
  }
  const [from, close] = [Date.parse(regular.from), Date.parse(regular.to)];
  const late = market.phases.find(({ phase }) => phase === "late");
  const isLate =
    late !== undefined && market.expires_at !== null && Date.parse(market.expires_at) > close;
  const to = isLate ? Date.parse(late.to) : close;
  const marks = market.phases
    .map(({ phase, from: begins }) => ({ at: Date.parse(begins), phase }))
    .filter(({ at }) => from < at && at < to);
  return { from, to, marks };
}
