// The filters that have a name; docs/filters.md publishes them with their definitions.

export interface Preset {
  readonly name: string;
  /** In canonical text. */
  readonly filter: string;
}

export const presets: readonly Preset[] = [
  { name: "Ask flow", filter: "side:buy prem>=25k" },
  { name: "Bid flow", filter: "side:sell prem>=25k" },
  { name: "Big prints", filter: "prem>=200k" },
  { name: "Sweeps", filter: "cond:sweep" },
  { name: "Multi-leg", filter: "cond:multileg" },
  { name: "Big packages", filter: "prem>=200k cond:multileg,stock" },
  { name: "Cheap and many", filter: "size>=100 price<1" },
];
