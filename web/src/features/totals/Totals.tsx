import type { Flow } from "../../model/flow";
import { Info } from "../../parts/Info";
import { Sparkline } from "../../parts/Sparkline";
import { tiles, type Tile } from "./tiles";
import "./totals.css";

/** What the expiry traded so far, as far as it is watched, and what is at the money. */
export function Totals({ flow }: { flow: Flow }) {
  return (
    <section className="totals" aria-label="Totals of the expiry" tabIndex={0}>
      <dl>
        {tiles(flow).map((tile) => (
          <Shown key={tile.name} tile={tile} />
        ))}
      </dl>
    </section>
  );
}

function Shown({ tile: { name, term, value, note, kind, course, isNarrow = false, isNet = false } }: { tile: Tile }) {
  return (
    <div className={`tile ${kind} ${isNarrow ? "narrow" : ""}`}>
      <dt>
        {name}
        <Info term={term} />
      </dt>
      <dd>
        <span className="value" data-testid={name}>
          {value}
        </span>
        <small>{note}</small>
        <Sparkline values={course} className={kind} hasZero={isNet} />
      </dd>
    </div>
  );
}
