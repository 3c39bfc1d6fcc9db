import { exactCount } from "../../format/numbers";
import { useChangeSearch, useLiveSearch } from "../../state/search";
import { PrintGrid } from "./PrintGrid";
import type { usePrints } from "./usePrints";

interface PrintsProps {
  readonly query: ReturnType<typeof usePrints>;
  /** The number of the newest print that is shown. */
  readonly until: number;
  /** How many prints were looked through. */
  readonly looked: number;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

/** The prints, or why there are none and what to do. */
export function Prints({ query, until, looked, isFiltered, onClear }: PrintsProps) {
  const { zone = "et" } = useLiveSearch();
  const change = useChangeSearch();
  const { prints, error, retry, loadOlder } = query;
  if (prints === undefined) {
    return error === null ? null : (
      <div className="tape-empty" role="alert">
        <p>▲ {error.message}</p>
        <button type="button" onClick={retry}>
          Try again
        </button>
      </div>
    );
  }
  const from = prints.rows.findIndex(({ seq }) => seq <= until);
  const rows = from <= 0 ? (from < 0 ? [] : prints.rows) : prints.rows.slice(from);
  if (rows.length === 0) {
    return <Nothing looked={looked} isFiltered={isFiltered} onClear={onClear} />;
  }
  return (
    <PrintGrid
      rows={rows}
      hasOlder={prints.hasOlder}
      zone={zone}
      onNearEnd={loadOlder}
      onOpen={({ root, strike }) => {
        change({ strike: `${root} ${String(strike)}` }, true);
      }}
    />
  );
}

function Nothing({
  looked,
  isFiltered,
  onClear,
}: Pick<PrintsProps, "looked" | "isFiltered" | "onClear">) {
  if (looked === 0 || !isFiltered) {
    return (
      <div className="tape-empty">
        <p>No print yet. The tape fills as options of this expiry trade in the tape’s hours.</p>
      </div>
    );
  }
  return (
    <div className="tape-empty">
      <p>None of {exactCount(looked)} prints passes this filter.</p>
      <p>Loosen it: a smaller premium or size, more sides, or fewer terms.</p>
      <button type="button" onClick={onClear}>
        Show all prints
      </button>
    </div>
  );
}
