import {
  filterText,
  floorOf,
  parseFilter,
  toggleWord,
  withFloor,
  wordsOf,
  type NumberField,
  type Term,
  type WordField,
} from "../../model/filter";
import { presets } from "./presets";

const chips: readonly {
  field: WordField;
  word: string;
  text: string;
  title: string;
  tone: string;
}[] = [
  { field: "side", word: "buy", text: "▲ Buy", title: "The buyer crossed the spread", tone: "buy" },
  { field: "side", word: "sell", text: "▼ Sell", title: "The seller crossed it", tone: "sell" },
  { field: "side", word: "none", text: "◆ No side", title: "Neither can be told", tone: "mid" },
  { field: "right", word: "call", text: "Calls", title: "Calls", tone: "call" },
  { field: "right", word: "put", text: "Puts", title: "Puts", tone: "put" },
];

const floors: readonly { field: NumberField; label: string; any: string; least: string[] }[] = [
  {
    field: "prem",
    label: "Least premium",
    any: "any premium",
    least: ["10k", "25k", "50k", "200k", "1m"],
  },
  { field: "size", label: "Least size", any: "any size", least: ["10", "50", "100", "500", "1k"] },
];

interface BarProps {
  /** The filter in force, as the address has it. */
  readonly filter: string;
  readonly onChange: (filter: string) => void;
}

/** Chooses the prints by a preset, by chips and by the least of a number. */
export function FilterBar({ filter, onChange }: BarProps) {
  const terms = parseFilter(filter).terms ?? [];
  const change = (next: readonly Term[]) => {
    onChange(filterText(next));
  };
  return (
    <div className="filter-bar" role="group" aria-label="Filter of the tape">
      <Presets filter={filterText(terms)} onChange={onChange} />
      {chips.map(({ field, word, text, title, tone }) => (
        <button
          key={word}
          type="button"
          className={`chip ${tone}`}
          title={title}
          aria-pressed={wordsOf(terms, field).includes(word)}
          onClick={() => {
            change(toggleWord(terms, field, word));
          }}
        >
          {text}
        </button>
      ))}
      {floors.map((floor) => (
        <Floor key={floor.field} {...floor} terms={terms} onChange={change} />
      ))}
    </div>
  );
}

function Presets({ filter, onChange }: BarProps) {
  const chosen = presets.find((each) => each.filter === filter);
  return (
    <select
      aria-label="Preset"
      value={chosen?.name ?? ""}
      title={chosen === undefined ? "Filters that have a name" : chosen.filter}
      onChange={(event) => {
        onChange(presets.find(({ name }) => name === event.target.value)?.filter ?? "");
      }}
    >
      <option value="">{filter === "" || chosen !== undefined ? "All prints" : "Own filter"}</option>
      {presets.map(({ name }) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}

function Floor({
  field,
  label,
  any,
  least,
  terms,
  onChange,
}: (typeof floors)[number] & {
  readonly terms: readonly Term[];
  readonly onChange: (terms: readonly Term[]) => void;
}) {
  const floor = floorOf(terms, field);
  const isOther = floor === null && terms.some((term) => term.field === field);
  const offered = floor === null || least.includes(floor) ? least : [...least, floor];
  const unit = field === "prem" ? "$" : "";
  return (
    <select
      aria-label={label}
      value={isOther ? "other" : (floor ?? "")}
      onChange={(event) => {
        onChange(withFloor(terms, field, event.target.value === "" ? null : event.target.value));
      }}
    >
      <option value="">{any}</option>
      {isOther && (
        <option value="other" disabled>
          as written
        </option>
      )}
      {offered.map((value) => (
        <option key={value} value={value}>
          ≥ {unit}
          {value.toUpperCase()}
        </option>
      ))}
    </select>
  );
}
