import type { Measure, Side } from "../../model/heatmap";
import { Choice } from "../../parts/Choice";
import { useCommands } from "../../state/commands";
import { useChangeSearch, useLiveSearch } from "../../state/search";
import { choicesOf } from "./useView";
import { wordings } from "./words";

const sides: readonly { value: Side; text: string; title: string }[] = [
  { value: "both", text: "C+P", title: "Calls and puts" },
  { value: "call", text: "C", title: "Calls only" },
  { value: "put", text: "P", title: "Puts only" },
];

const steps = [
  { value: "1", text: "1m", title: "A column a minute" },
  { value: "5", text: "5m", title: "A column five minutes" },
  { value: "15", text: "15m", title: "A column fifteen minutes" },
] as const;

const measures = Object.keys(wordings) as Measure[];
const zoomStep = 5;

/** What the heatmap shows, and how; all of it stands in the address. */
export function Controls({
  isTable,
  onTable,
  onZoom,
  onSave,
}: {
  isTable: boolean;
  onTable: (isTable: boolean) => void;
  onZoom: (strikes: number) => void;
  onSave: (kind: "csv" | "png") => void;
}) {
  const search = useLiveSearch();
  const change = useChangeSearch();
  const { measure, side, stepSeconds } = choicesOf(search);
  const show = (next: Measure) => {
    change({ measure: next === "net_premium" ? undefined : next });
  };
  useCommands(
    measures.map((each) => ({
      id: `heatmap.${each}`,
      title: `Show ${wordings[each].name.toLowerCase()} in the heatmap`,
      group: "View",
      run: () => {
        show(each);
      },
    })),
  );
  return (
    <div className="heat-controls">
      <select
        aria-label="What the colours measure"
        value={measure}
        onChange={(event) => {
          show(event.target.value as Measure);
        }}
      >
        {measures.map((each) => (
          <option key={each} value={each}>
            {wordings[each].name}
          </option>
        ))}
      </select>
      <Choice
        label="Calls, puts or both"
        options={sides}
        value={side}
        onChange={(next) => {
          change({ right: next === "both" ? undefined : next });
        }}
      />
      <Choice
        label="Minutes a column"
        options={steps}
        value={String(stepSeconds / 60) as "1" | "5" | "15"}
        onChange={(next) => {
          change({ step: next === "5" ? undefined : next === "1" ? 1 : 15 });
        }}
      />
      <span className="heat-zoom" role="group" aria-label="Strikes">
        <button type="button" aria-label="Fewer strikes" title="Fewer strikes (+)" onClick={() => { onZoom(-zoomStep); }}>
          +
        </button>
        <button type="button" aria-label="More strikes" title="More strikes (−)" onClick={() => { onZoom(zoomStep); }}>
          −
        </button>
        {search.range !== undefined && (
          <button
            type="button"
            title="Back to the strikes around the spot with nearly all of the premium"
            onClick={() => {
              change({ range: undefined });
            }}
          >
            Auto
          </button>
        )}
      </span>
      <span className="heat-save">
        <button
          type="button"
          aria-pressed={isTable}
          title="The same numbers as a table"
          onClick={() => {
            onTable(!isTable);
          }}
        >
          Table
        </button>
        <button type="button" title="All cells as comma-separated values" onClick={() => { onSave("csv"); }}>
          CSV
        </button>
        <button
          type="button"
          disabled={isTable}
          title="The picture as a file"
          onClick={() => { onSave("png"); }}
        >
          PNG
        </button>
      </span>
    </div>
  );
}
