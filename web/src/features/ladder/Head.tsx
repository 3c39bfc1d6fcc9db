import { Info } from "../../parts/Info";
import type { LadderColumn, Sides } from "./columns";

/** The names of the columns, and above them whose they are. */
export function Head({
  sides: { calls, puts },
  only,
  isApproximate,
}: {
  sides: Sides;
  only: "call" | "put" | null;
  isApproximate: boolean;
}) {
  const strikeColumn = only === null ? calls.length : 0;
  const names = (right: "call" | "put", first: number) => (
    <Names
      {...{ right, first, isApproximate }}
      columns={only === null && right === "call" ? calls : puts}
    />
  );
  return (
    <div role="rowgroup" className="ladder-head">
      <div role="row" aria-rowindex={1} className="rights">
        {only === null && <Whose right="call" first={0} span={calls.length} />}
        <div
          role="columnheader"
          aria-colindex={strikeColumn + 1}
          aria-rowspan={2}
          aria-label="Strike"
          className="of-strike"
        >
          Strike
          <Info term="strike_marks" />
        </div>
        <Whose right={only ?? "put"} first={strikeColumn + 1} span={puts.length} />
      </div>
      <div role="row" aria-rowindex={2} className="names">
        {only === null && names("call", 0)}
        <div role="presentation" className="strike" />
        {names(only ?? "put", strikeColumn + 1)}
      </div>
    </div>
  );
}

function Whose({ right, first, span }: { right: "call" | "put"; first: number; span: number }) {
  return (
    <div role="columnheader" className={right} aria-colindex={first + 1} aria-colspan={span}>
      {right === "call" ? "Calls" : "Puts"}
    </div>
  );
}

function Names({
  right,
  first,
  columns,
  isApproximate,
}: {
  right: "call" | "put";
  first: number;
  columns: readonly LadderColumn[];
  isApproximate: boolean;
}) {
  return (
    <div role="presentation" className={`half ${right}`}>
      {columns.map(({ id, name, meaning, isComputed }, place) => {
        const isMarked = isApproximate && isComputed === true;
        return (
          <div
            key={id}
            role="columnheader"
            aria-colindex={first + place + 1}
            className="cell"
            title={isMarked ? `${meaning}. Approximate: ${approximation}` : meaning}
          >
            {name}
            {isMarked && "*"}
          </div>
        );
      })}
    </div>
  );
}

export const approximation = "these options are American, the formula is for European ones";
