import { exactCount } from "../../format/numbers";
import { filterText, parseFilter } from "../../model/filter";
import { useShutting } from "./useShutting";
import type { Look } from "./usePrints";

interface NothingProps {
  readonly look: Look;
  readonly onFilter: (filter: string) => void;
}

/** Why there is no print, and what to do. */
export function Nothing({ look, onFilter }: NothingProps) {
  const { filter, until } = look;
  if (until === 0 || filter === null || filter === "") {
    return (
      <div className="tape-empty">
        <p>No print yet. The tape fills as options of this expiry trade in the tape’s hours.</p>
      </div>
    );
  }
  return (
    <div className="tape-empty">
      <p>None of {exactCount(until)} prints passes this filter.</p>
      <Advice look={{ ...look, filter }} onFilter={onFilter} />
      <button
        type="button"
        onClick={() => {
          onFilter("");
        }}
      >
        Show all prints
      </button>
    </div>
  );
}

/** Names the term that no print meets, where one alone shuts all of them out. */
function Advice({ look, onFilter }: NothingProps & { look: { filter: string } }) {
  const { terms = [] } = parseFilter(look.filter);
  const shutting = useShutting(
    look,
    terms.map((term) => filterText([term])),
  );
  if (shutting === undefined) {
    return <p>Loosen it: a smaller premium or size, more sides, or fewer terms.</p>;
  }
  const others = filterText(terms.filter((term) => filterText([term]) !== shutting));
  return (
    <>
      <p>
        No {look.underlying} print of this expiry meets <code>{shutting}</code>.
      </p>
      {others !== "" && (
        <button
          type="button"
          onClick={() => {
            onFilter(others);
          }}
        >
          Leave out {shutting}
        </button>
      )}
    </>
  );
}
