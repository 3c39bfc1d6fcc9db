import { useState } from "react";
import { age } from "../../format/numbers";
import { isWatchedWhole } from "../../model/summary";
import { Choice } from "../../parts/Choice";
import { useCommands, type Command } from "../../state/commands";
import { useChangeSearch, useLiveSearch } from "../../state/search";
import type { Preset } from "./columns";
import { Export } from "./Export";
import type { Strikes } from "./selection";
import type { Pause } from "./usePause";
import type { View } from "./useView";

const presets: readonly { value: Preset; text: string; title: string }[] = [
  { value: "flow", text: "Flow", title: "What traded, and on which side" },
  { value: "quotes", text: "Quotes", title: "What is bid and offered" },
  { value: "greeks", text: "Greeks", title: "Volatility and sensitivities" },
];

const amounts: readonly { value: Strikes; text: string }[] = [
  { value: "view", text: "In view" },
  { value: "watched", text: "Watched" },
  { value: "10", text: "±10" },
  { value: "20", text: "±20" },
  { value: "all", text: "All" },
];

/** What the ladder shows, and in which order. */
export function Controls({ view, pause }: { view: View; pause: Pause }) {
  const { columns = "flow", strikes: asked = "watched", order = "descending", side = "call" } = useLiveSearch();
  const change = useChangeSearch();
  const [isExporting, exports] = useState(false);
  const isWhole = isWatchedWhole(view.flow.totals);
  const strikes = isWhole && asked === "watched" ? "all" : asked;
  const turn = () => {
    change({ order: order === "descending" ? "ascending" : undefined });
  };
  const startExport = () => {
    exports(true);
  };
  useCommands([
    ...presets.map(({ value, text }): Command => {
      const run = () => {
        change({ columns: value });
      };
      return { id: `ladder.columns.${value}`, title: `Show ${text} columns`, group: "Ladder", run };
    }),
    ...amounts.map(({ value, text }): Command => {
      const run = () => {
        change({ strikes: value });
      };
      return { id: `ladder.strikes.${value}`, title: `Show strikes: ${text}`, group: "Ladder", run };
    }),
    {
      ...{ id: "ladder.watched", title: "All strikes, or those that are watched", group: "Ladder" },
      keys: "w",
      run: () => {
        change({ strikes: strikes === "all" ? undefined : "all" });
      },
    },
    { id: "ladder.order", title: "Turn the order of strikes", group: "Ladder", run: turn },
    { id: "ladder.export", title: "Export the ladder", group: "Ladder", run: startExport },
  ]);
  return (
    <div className="ladder-controls">
      {view.only !== null && (
        <Choice
          label="Side"
          options={[
            { value: "call", text: "Calls" },
            { value: "put", text: "Puts" },
          ]}
          value={side}
          onChange={(next) => {
            change({ side: next });
          }}
        />
      )}
      <Choice
        label="Columns"
        options={presets}
        value={columns}
        onChange={(next) => {
          change({ columns: next });
        }}
      />
      <Amount value={strikes} count={view.rows.length} isWhole={isWhole} />
      <button
        type="button"
        className="turn"
        aria-label={order === "descending" ? "Highest strike first" : "Lowest strike first"}
        title="Turn the order of strikes"
        onClick={turn}
      >
        {order === "descending" ? "↓" : "↑"}
      </button>
      <PauseButton pause={pause} />
      <button type="button" onClick={startExport}>
        Export
      </button>
      {isExporting && (
        <Export
          view={view}
          onClose={() => {
            exports(false);
          }}
        />
      )}
    </div>
  );
}

function Amount({ value, count, isWhole }: { value: Strikes; count: number; isWhole: boolean }) {
  const change = useChangeSearch();
  const offered = amounts.filter((amount) => amount.value !== "watched" || !isWhole);
  return (
    <select
      aria-label="Which strikes"
      title={`${String(count)} strikes are shown`}
      value={value}
      onChange={(event) => {
        const chosen = amounts.find((amount) => amount.value === event.target.value);
        change({ strikes: chosen?.value });
      }}
    >
      {offered.map((amount) => (
        <option key={amount.value} value={amount.value}>
          {amount.text}
        </option>
      ))}
    </select>
  );
}

/** Where a replay is shown, its own pause does this. */
function PauseButton({ pause: { behindMs, toggle } }: { pause: Pause }) {
  return (
    toggle !== null && (
      <button type="button" className="pause" aria-pressed={behindMs !== null} onClick={toggle}>
        {behindMs === null ? "❚❚ Pause" : `PAUSED +${age(behindMs)}`}
      </button>
    )
  );
}
