import { rounded } from "../../format/numbers";
import type { Measure } from "../../model/heatmap";
import { Info } from "../../parts/Info";
import { tokenOf } from "./ramp";
import { isSigned, legendPlaces, valueAt } from "./scale";
import { wordings } from "./words";

/** What the colours mean, in numbers, once there are any. */
export function Legend({ measure, limit }: { measure: Measure; limit: number | null }) {
  const places = legendPlaces(measure);
  const short = rounded(wordings[measure].short);
  const number = (place: number) => (limit === null ? "" : short(valueAt(place, limit)));
  const text = (place: number) => {
    const value = number(place);
    return Math.abs(place) < 1 ? value : `${value}${place > 0 ? " or more" : " or less"}`;
  };
  return (
    <div className="heat-legend">
      {isSigned(measure) && <span className="heat-end">▼ sold</span>}
      <div className="heat-scale">
        <div
          className="heat-ramp"
          style={{ background: `linear-gradient(in oklab to right, var(${tokenOf(measure)}))` }}
        />
        <ol>
          {places.map((place) => (
            <li key={place} title={text(place)}>
              {number(place)}
            </li>
          ))}
        </ol>
      </div>
      {isSigned(measure) && <span className="heat-end">bought ▲</span>}
      <span className="heat-note">
        {isSigned(measure) && (
          <>
            sides inferred <Info term="side" />
          </>
        )}
        <Info term={measure} />
      </span>
    </div>
  );
}
