import { memo } from "react";
import type { Contract } from "../../model/flow";
import type { Value } from "../../model/messages";
import type { Rung } from "../../model/rungs";
import { Cell } from "./Cell";
import type { LadderColumn } from "./columns";
import { rowHeight } from "./measures";
import type { Scales } from "./scales";

/** What a row shows of its call or its put. */
interface Half {
  readonly columns: readonly LadderColumn[];
  readonly contract: Contract | null;
  readonly recent: Value;
  readonly isInTheMoney: boolean;
}

interface Common {
  readonly isInView: boolean;
  readonly scales: Scales;
  readonly epoch: string;
  /** The column that has the tab stop; null where it is in another row. */
  readonly active: number | null;
}

/** Each part of a half by itself, so that a row whose numbers stand still is not drawn again. */
interface RowProps extends Common {
  readonly rung: Rung;
  /** Its place in the ladder, from the top. */
  readonly index: number;
  readonly showsRoot: boolean;
  readonly isAtTheMoney: boolean;
  readonly isOpen: boolean;
  readonly calls: readonly LadderColumn[];
  readonly puts: readonly LadderColumn[];
  readonly call: Contract | null;
  readonly put: Contract | null;
  readonly callRecent: Value;
  readonly putRecent: Value;
  readonly callIsIn: boolean;
  readonly putIsIn: boolean;
  /** The one side that a narrow ladder shows; null for both. */
  readonly only: "call" | "put" | null;
}

export const Row = memo(function Row(props: RowProps) {
  const { rung, index, only, isAtTheMoney, isOpen } = props;
  const { isInView, scales, epoch, active } = props;
  const common = { isInView, scales, epoch, active };
  const callHalf = only !== "put" && (
    <Numbers
      {...common}
      right="call"
      first={only === null ? 0 : 1}
      columns={only === null ? props.calls : props.puts}
      contract={props.call}
      recent={props.callRecent}
      isInTheMoney={props.callIsIn}
    />
  );
  const strikeColumn = only === null ? props.calls.length : 0;
  return (
    <div
      role="row"
      aria-rowindex={index + 3}
      aria-selected={isOpen}
      data-key={rung.key}
      className={`rung ${isAtTheMoney ? "at-the-money" : ""}`}
      style={{ transform: `translateY(${String(index * rowHeight)}px)` }}
    >
      {only === null && callHalf}
      <div
        role="rowheader"
        aria-colindex={strikeColumn + 1}
        tabIndex={props.active === strikeColumn ? 0 : -1}
        className="strike"
      >
        <span>{rung.strike}</span>
        {props.showsRoot && <small> {rung.root}</small>}
      </div>
      {only === "call" && callHalf}
      {only !== "call" && (
        <Numbers
          {...common}
          right="put"
          first={strikeColumn + 1}
          columns={props.puts}
          contract={props.put}
          recent={props.putRecent}
          isInTheMoney={props.putIsIn}
        />
      )}
    </div>
  );
});


function Numbers({
  right,
  first,
  columns,
  contract,
  recent,
  isInTheMoney,
  isInView,
  scales,
  epoch,
  active,
}: Half & Common & { right: "call" | "put"; first: number }) {
  return (
    <div role="presentation" className={`half ${right} ${isInTheMoney ? "in" : ""}`}>
      {columns.map((column, place) => (
        <Cell
          key={column.id}
          {...(contract === null
            ? { text: "", spoken: "not listed" }
            : column.show({ contract, recent, isInView }, scales))}
          epoch={epoch}
          column={first + place}
          isActive={active === first + place}
        />
      ))}
    </div>
  );
}
