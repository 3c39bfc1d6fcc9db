import { rounded } from "../../format/numbers";
import type { Measure } from "../../model/heatmap";
import { Info } from "../../parts/Info";
import { tokenOf } from "./ramp";
import { isSigned, legendPlaces, valueAt } from "./scale";
import { wordings } from "./words";

/** What the colours mean, in numbers. */
export function Legend({ measure, limit }: { measure: Measure; limit: number }) {
  const places = legendPlaces(measure);
  const short = rounded(wordings[measure].short);
  const text = (place: number) => {
    const value = short(valueAt(place, limit));
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
              {short(valueAt(place, limit))}
            </li>
          ))}
        </ol>
      </div>
      {isSigned(measure) && (
        <>
          <span className="heat-end">bought ▲</span>
          <span className="heat-note">
            sides inferred <Info term="side" />
          </span>
        </>
      )}
    </div>
  );
}
