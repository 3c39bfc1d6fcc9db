import type { Zone } from "../../format/times";
import { useCommands } from "../../state/commands";
import { useChangeSearch, useLiveSearch } from "../../state/search";

const zones: readonly { readonly zone: Zone; readonly text: string; readonly title: string }[] = [
  { zone: "et", text: "ET", title: "Times in New York's time" },
  { zone: "utc", text: "UTC", title: "Times in universal time" },
  { zone: "local", text: "local", title: "Times of this machine" },
];

/** The zone of all times on the screen. */
export function ZoneChoice() {
  const { zone = "et" } = useLiveSearch();
  const change = useChangeSearch();
  const show = (next: string) => {
    change({ zone: next === "utc" || next === "local" ? next : undefined });
  };
  useCommands(
    zones.map((each) => ({
      id: `zone.${each.zone}`,
      title: each.title,
      group: "View",
      run: () => {
        show(each.zone);
      },
    })),
  );
  return (
    <select
      className="quiet roomy"
      aria-label="Time zone"
      title="The zone of all times"
      value={zone}
      onChange={({ target }) => {
        show(target.value);
      }}
    >
      {zones.map((each) => (
        <option key={each.zone} value={each.zone}>
          {each.text}
        </option>
      ))}
    </select>
  );
}
