import { useMemo } from "react";
import type { Flow } from "../../model/flow";
import type { Column } from "../../model/messages";
import { rungs, type Rung } from "../../model/rungs";
import { useGrown } from "../../state/grown";
import { isNarrow, useMedia } from "../../state/screen";
import { useLiveSearch } from "../../state/search";
import { grownKnown, presets, sidesOf, wider, type LadderColumn, type Sides } from "./columns";
import { dayRange, expectedSpan, type Span } from "./marks";
import { grownScales, type Scales } from "./scales";
import { anchor, grownWatched, reach, selected } from "./selection";
import { nearest, spotPlace } from "./spot";

/** What the ladder shows of a state of the flow. */
export interface View {
  readonly flow: Flow;
  /** Its rows from the top. */
  readonly rows: readonly Rung[];
  readonly sides: Sides;
  /** The one side that there is room for; null for both. */
  readonly only: "call" | "put" | null;
  readonly scales: Scales;
  /** The columns of a file: those that the widest ladder would show. */
  readonly inFile: readonly LadderColumn[];
  /** Where the spot's line is, in rows from the top. */
  readonly place: number | null;
  /** The strike that is nearest to the spot. */
  readonly middle: number | null;
  /** The strikes of the rows. */
  readonly prices: readonly number[];
  /** Where the spot was today. */
  readonly range: Span | null;
  /** Where it is expected until the expiry. */
  readonly move: Span | null;
  readonly hasManyRoots: boolean;
  /** Another one where the whole day was set anew, as by a jump in a replay. */
  readonly epoch: string;
  /** Another one where it is another ladder, and has to be centred anew. */
  readonly key: string;
}

const wanted: readonly Column[] = [
  ...new Set(
    [presets, wider].flatMap((each) => Object.values(each).flat(2).map(({ needs }) => needs)),
  ),
];

export function useView(flow: Flow, isRoomy: boolean): View {
  const { columns = "flow", strikes = "watched", order = "descending", side = "call" } = useLiveSearch();
  const only = useMedia(isNarrow) ? side : null;
  const { instruments, root, contracts, inView, spot } = flow;
  const series = `${flow.underlying} ${flow.expiry ?? ""}`;
  const epoch = `${series} ${String(flow.tape.generation)}`;

  const all = useMemo(() => rungs(instruments, root), [instruments, root]);
  const middle = useGrown<number | null>(`${epoch} ${strikes}`, (before) =>
    anchor(before, all, spot, reach(strikes)),
  );
  const watched = useGrown<ReadonlySet<number>>(epoch, (before) =>
    grownWatched(before, contracts.values()),
  );
  const rows = useMemo(() => {
    const chosen = selected(all, strikes, { inView, watched, middle });
    return order === "ascending" ? chosen.toReversed() : chosen;
  }, [all, strikes, inView, watched, middle, order]);
  const prices = useMemo(() => rows.map(({ strike }) => strike), [rows]);

  const scales = useGrown<Scales>(epoch, (before) => grownScales(before, contracts.values()));
  const known = useGrown(series, (before: ReadonlySet<Column> | null) =>
    grownKnown(before, contracts.values(), wanted),
  );
  const sides = useMemo(() => sidesOf(columns, isRoomy, known), [columns, isRoomy, known]);
  return {
    flow,
    rows,
    sides,
    only,
    scales,
    inFile: useMemo(() => sidesOf(columns, true, known).calls, [columns, known]),
    place: spotPlace(prices, spot),
    middle: nearest(prices, spot),
    prices,
    range: dayRange(flow),
    move: expectedSpan(flow),
    hasManyRoots: useMemo(() => new Set(all.map((rung) => rung.root)).size > 1, [all]),
    epoch,
    key: `${series} ${strikes} ${order}`,
  };
}
