import type { Contract } from "../../model/flow";
import type { Column } from "../../model/messages";
import { unknown } from "../../format/numbers";
import { tables, type Group } from "./numbers";

interface Pair {
  readonly call: Contract | null;
  readonly put: Contract | null;
}

/** All that is known of a call and the put at its strike, side by side. */
export function Numbers({ call, put }: Pair) {
  return (
    <div className="detail-numbers">
      {tables.map((all) => {
        const groups = all.filter(({ needs }) => needs === undefined || has(needs, call, put));
        const title = groups.map((group) => group.title).join(" and ");
        return <Table key={title} {...{ title, groups, call, put }} />;
      })}
    </div>
  );
}

function has(column: Column, ...contracts: readonly (Contract | null)[]): boolean {
  return contracts.some((contract) => typeof contract?.values[column] === "number");
}

function Table({ title, groups, call, put }: Pair & { title: string; groups: readonly Group[] }) {
  return (
    <table aria-label={title}>
      <thead>
        <tr>
          <td />
          <th scope="col" className="call">
            Call
          </th>
          <th scope="col" className="put">
            Put
          </th>
        </tr>
      </thead>
      {groups.map(({ title: group, lines }) => (
        <tbody key={group}>
          {lines.map(({ name, meaning, show }) => (
            <tr key={name}>
              <th scope="row" title={meaning}>
                {name}
              </th>
              <td>{call === null ? unknown : show(call.values)}</td>
              <td>{put === null ? unknown : show(put.values)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
