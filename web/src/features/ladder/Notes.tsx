import type { Flow } from "../../model/flow";
import { approximation } from "./Head";

/** What has to be known to read the numbers rightly. */
export function Notes({ flow }: { flow: Pick<Flow, "bars" | "greeksApprox"> }) {
  if (flow.bars !== true && !flow.greeksApprox) {
    return null;
  }
  return (
    <ul className="ladder-notes">
      {flow.bars === true && (
        <li>◔ Minute bars: a side is that of a whole bar, a direction rather than an amount.</li>
      )}
      {flow.greeksApprox && <li>* Approximate: {approximation}.</li>}
    </ul>
  );
}
