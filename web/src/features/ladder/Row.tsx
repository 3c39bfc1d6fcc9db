import { memo } from "react";
import { unknown } from "../../format/numbers";
import type { Contract } from "../../model/flow";
import type { Rung } from "../../model/rungs";
import type { LadderColumn, Shown } from "./columns";
import type { Bracket } from "./marks";
import { rowHeight } from "./measures";
import type { Scales } from "./scales";
import { useLights } from "./useLights";

/** Each part of a half by itself, so that a row whose numbers stand still is not drawn again. */
interface RowProps {
  readonly rung: Rung;
  /** Its place in the ladder, from the top. */
  readonly index: number;
  readonly showsRoot: boolean;
  readonly isAtTheMoney: boolean;
  /** Whether the strike lies in the day's range. */
  readonly wasReached: boolean;
  /** Its part of the bracket around the expected move. */
  readonly bracket: Bracket;
  readonly isOpen: boolean;
  readonly calls: readonly LadderColumn[];
  readonly puts: readonly LadderColumn[];
  readonly call: Contract | null;
  readonly put: Contract | null;
  readonly callIsIn: boolean;
  readonly putIsIn: boolean;
  /** The one side that a narrow ladder shows; null for both. */
  readonly only: "call" | "put" | null;
  readonly isInView: boolean;
  readonly scales: Scales;
  readonly epoch: string;
  /** The column that has the tab stop; null where it is in another row. */
  readonly active: number | null;
}

export const Row = memo(function Row(props: RowProps) {
  const { rung, index, only, isAtTheMoney, isOpen, epoch, active } = props;
  const left = only === null ? shown(props, "call", props.calls) : [];
  const right = shown(props, only ?? "put", props.puts);
  const row = useLights([...left, ...right], epoch);
  return (
    <div
      ref={row}
      role="row"
      aria-rowindex={index + 3}
      aria-selected={isOpen}
      data-key={rung.key}
      className={`rung ${isAtTheMoney ? "at-the-money" : ""}`}
      style={{ transform: `translateY(${String(index * rowHeight)}px)` }}
    >
      {only === null && (
        <Half right="call" cells={left} first={0} isIn={props.callIsIn} active={active} />
      )}
      <div
        role="rowheader"
        aria-colindex={left.length + 1}
        tabIndex={active === left.length ? 0 : -1}
        className="strike"
      >
        <span
          className={props.wasReached ? "reached" : undefined}
          data-bracket={props.bracket ?? undefined}
        >
          {rung.strike}
          {props.showsRoot && <small> {rung.root}</small>}
        </span>
      </div>
      <Half
        right={only ?? "put"}
        cells={right}
        first={left.length + 1}
        isIn={only === "call" ? props.callIsIn : props.putIsIn}
        active={active}
      />
    </div>
  );
});

const notListed: Shown = { text: "", spoken: "not listed" };

function shown(
  { call, put, isInView, scales }: RowProps,
  right: "call" | "put",
  columns: readonly LadderColumn[],
): Shown[] {
  const contract = right === "call" ? call : put;
  return columns.map((column) =>
    contract === null ? notListed : column.show({ contract, isInView }, scales),
  );
}

/** The numbers of a call or a put. They are many, so a cell is an element and no component. */
function Half({
  right,
  cells,
  first,
  isIn,
  active,
}: {
  right: "call" | "put";
  cells: readonly Shown[];
  /** Its first column. */
  first: number;
  /** Whether it is in the money. */
  isIn: boolean;
  active: number | null;
}) {
  return (
    <div role="presentation" className={`half ${right} ${isIn ? "in" : ""}`}>
      {cells.map(({ text, title, spoken, tone, bar }, place) => (
        <div
          key={place}
          role="gridcell"
          aria-colindex={first + place + 1}
          aria-label={spoken}
          tabIndex={active === first + place ? 0 : -1}
          title={title}
          className={`cell ${tone ?? (nothing.has(text) ? "faint" : "")} ${bar === undefined ? "" : "bar"}`}
          style={bar === undefined ? undefined : { backgroundSize: `${String(100 * (bar ?? 0))}% 18px` }}
        >
          {text}
        </div>
      ))}
    </div>
  );
}

/** What need not catch the eye. */
const nothing: ReadonlySet<string> = new Set([unknown, "0", "$0"]);
