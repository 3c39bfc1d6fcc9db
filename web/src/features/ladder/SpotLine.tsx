import { price } from "../../format/numbers";
import { rowHeight } from "./measures";

/** The spot among the strikes: a line behind the numbers, its price beside the strikes. */
export function SpotLine({ place, spot }: { place: number; spot: number }) {
  const style = { transform: `translateY(${String(place * rowHeight)}px)` };
  return (
    <>
      <div aria-hidden="true" className="spot-line" style={style} />
      <div aria-hidden="true" data-testid="spot-line" className="spot-price" style={style}>
        <span>{price(spot)}</span>
      </div>
    </>
  );
}
