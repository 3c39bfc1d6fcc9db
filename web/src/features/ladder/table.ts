// The ladder as a file: what is shown and what a wide ladder adds, with all digits.
import { csv } from "../../format/csv";
import { newYorkIso } from "../../format/times";
import type { Contract } from "../../model/flow";
import type { Value } from "../../model/messages";
import type { Rung } from "../../model/rungs";
import type { Facts, LadderColumn } from "./columns";
import type { View } from "./useView";

type Shown = Pick<View, "rows" | "inFile"> & {
  readonly flow: Pick<View["flow"], "asOf" | "underlying" | "expiry" | "contracts" | "inView" | "spot">;
};

/** A line a rung: calls' numbers, then puts'. */
export function ladderCsv(view: Shown): string {
  const { asOf, underlying, expiry, spot } = view.flow;
  const columns = view.inFile;
  const names = columns.flatMap(({ fields }) => Object.keys(fields));
  const header = [
    ...["as_of_utc", "as_of_new_york", "underlying", "spot", "expiry", "root", "strike"],
    ...names.map((name) => `call_${name}`),
    ...names.map((name) => `put_${name}`),
  ];
  const newYork = asOf === null ? null : newYorkIso(Date.parse(asOf));
  const rows = view.rows.map((rung) => [
    ...[asOf, newYork, underlying, spot, expiry, rung.root, rung.strike],
    ...numbers(view, columns, rung.call),
    ...numbers(view, columns, rung.put),
  ]);
  return csv(header, rows);
}

function numbers(
  { flow }: Shown,
  columns: readonly LadderColumn[],
  id: Rung["call"],
): Value[] {
  const contract: Contract | null = id === null ? null : (flow.contracts.get(id) ?? null);
  const facts: Facts | null = contract && {
    contract,
    isInView: flow.inView.has(contract.id),
  };
  return columns.flatMap(({ fields }) =>
    Object.values(fields).map((value) => (facts === null ? null : value(facts))),
  );
}
