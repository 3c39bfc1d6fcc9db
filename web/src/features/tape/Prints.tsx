import { useChangeSearch, useLiveSearch } from "../../state/search";
import { Nothing } from "./Nothing";
import { PrintGrid } from "./PrintGrid";
import type { Look, usePrints } from "./usePrints";

interface PrintsProps {
  readonly query: ReturnType<typeof usePrints>;
  /** The number of the newest print that is shown. */
  readonly until: number;
  /** What was looked through. */
  readonly look: Look;
  readonly onFilter: (filter: string) => void;
}

/** The prints, or why there are none and what to do. */
export function Prints({ query, until, look, onFilter }: PrintsProps) {
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
    return <Nothing look={look} onFilter={onFilter} />;
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
