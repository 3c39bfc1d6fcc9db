import { count, dollars, ratio, signedDollars } from "../../format/numbers";
import type { Totals } from "../../model/messages";

export function TotalsStrip({ totals }: { totals: Totals }) {
  const tiles = [
    { name: "Call volume", value: count(totals.call_volume), kind: "call" },
    { name: "Call premium", value: dollars(totals.call_premium), kind: "call" },
    { name: "Call net premium", value: signedDollars(totals.call_net_premium), kind: "call" },
    { name: "Call unclassified", value: count(totals.call_unclassified), kind: "call" },
    { name: "Put volume", value: count(totals.put_volume), kind: "put" },
    { name: "Put premium", value: dollars(totals.put_premium), kind: "put" },
    { name: "Put net premium", value: signedDollars(totals.put_net_premium), kind: "put" },
    { name: "Put unclassified", value: count(totals.put_unclassified), kind: "put" },
    { name: "Put/call ratio", value: ratio(totals.put_call_ratio), kind: "both" },
  ];
  return (
    <dl className="totals" aria-label="Totals of the expiry">
      {tiles.map(({ name, value, kind }) => (
        <div key={name} className={kind}>
          <dt>{name}</dt>
          <dd data-testid={name}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
