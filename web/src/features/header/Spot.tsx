import { price, signedPercent, signedPrice } from "../../format/numbers";
import type { Flow } from "../../model/flow";
import { change, type Change } from "../../model/summary";

/** The underlying's value and its change. */
export function Spot({ flow }: { flow: Flow }) {
  const changed = change(flow);
  return (
    <p className="spot">
      <strong data-testid="spot">{price(flow.spot)}</strong>
      {flow.spotSource === "parity" && (
        <abbr title="No published value: implied by put–call parity">implied</abbr>
      )}
      {flow.spotSource === "chain" && (
        <abbr title="No published value: the one that the vendor gives with the options">chain</abbr>
      )}
      {changed !== null && <ChangeSince {...changed} />}
    </p>
  );
}

function ChangeSince({ points, share, since }: Change) {
  const way = points > 0 ? "up" : points < 0 ? "down" : "even";
  return (
    <span className={`change ${way}`} data-testid="change">
      <span>
        <span aria-hidden="true">{way === "up" ? "▲" : way === "down" ? "▼" : "◆"} </span>
        {signedPrice(points)} <span className="share">{signedPercent(share)}</span>
      </span>
      <small>{since === "close" ? "vs close" : "since open"}</small>
    </span>
  );
}
