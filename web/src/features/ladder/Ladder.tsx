import { memo, useMemo, useState } from "react";
import { count, delta, percent, price, signedDollars, unknown } from "../../format/numbers";
import type { Contract, Flow } from "../../model/flow";
import { lean, rungs, rungsAbove, type Rung } from "./strikes";

type Shown = Pick<Flow, "contracts" | "inView" | "spot" | "greeksApprox" | "expiry">;

const fields = [
  { name: "Side", cell: side },
  { name: "Volume", cell: (of: Contract | null) => count(of?.values.volume) },
  { name: "Net premium", cell: (of: Contract | null) => signedDollars(of?.values.net_premium) },
  { name: "Bid", cell: (of: Contract | null) => price(of?.values.bid) },
  { name: "Ask", cell: (of: Contract | null) => price(of?.values.ask) },
  { name: "IV", cell: (of: Contract | null) => percent(of?.values.iv) },
  { name: "Delta", cell: (of: Contract | null) => delta(of?.values.delta) },
] as const;

const mirrored = [...fields].reverse();

function side(of: Contract | null) {
  const leaning = lean(of);
  if (leaning === null) {
    return unknown;
  }
  return (
    <>
      <span aria-hidden="true">{leaning.sign}</span> {leaning.words}
    </>
  );
}

export function Ladder({ flow }: { flow: Shown }) {
  const [showsAll, setShowsAll] = useState(false);
  const { contracts, inView, spot } = flow;
  const ladder = useMemo(() => rungs({ contracts, inView }, showsAll), [contracts, inView, showsAll]);
  const above = rungsAbove(ladder, spot);
  return (
    <section className="ladder" aria-labelledby="ladder-title">
      <div className="title">
        <h2 id="ladder-title">Strikes</h2>
        <label>
          <input
            type="checkbox"
            checked={showsAll}
            onChange={(event) => {
              setShowsAll(event.target.checked);
            }}
          />{" "}
          all {String(contracts.size)} contracts
        </label>
        {flow.greeksApprox && <p>IV and delta are approximate: by the European formula.</p>}
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-labelledby="ladder-title">
        <table>
          <thead>
            <tr>
              <th colSpan={fields.length} scope="colgroup" className="call">
                Calls
              </th>
              <td />
              <th colSpan={fields.length} scope="colgroup" className="put">
                Puts
              </th>
            </tr>
            <tr>
              {fields.map(({ name }) => (
                <th key={`call ${name}`} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">Strike</th>
              {mirrored.map(({ name }) => (
                <th key={`put ${name}`} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ladder.slice(0, above ?? ladder.length).map((rung) => (
              <Line key={rung.strike} {...rung} />
            ))}
            {above !== null && <Spot spot={spot} />}
            {above !== null &&
              ladder.slice(above).map((rung) => <Line key={rung.strike} {...rung} />)}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Spot({ spot }: { spot: number | null }) {
  return (
    <tr className="spot-line">
      <td colSpan={2 * fields.length + 1}>spot {price(spot)}</td>
    </tr>
  );
}

const Line = memo(function Line({ strike, call, put }: Rung) {
  return (
    <tr>
      {fields.map(({ name, cell }) => (
        <td key={`call ${name}`}>{cell(call)}</td>
      ))}
      <th scope="row">{strike}</th>
      {mirrored.map(({ name, cell }) => (
        <td key={`put ${name}`}>{cell(put)}</td>
      ))}
    </tr>
  );
});
