import { exactCount } from "../../format/numbers";
import type { Flow } from "../../model/flow";
import { Copy } from "../../parts/Copy";
import { apiUrl } from "../../state/api";

interface ControlsProps {
  readonly flow: Pick<Flow, "underlying" | "expiry" | "bars">;
  /** In canonical text; null where there is none. */
  readonly filter: string | null;
  /** How many prints came since the tape was paused; null while it runs. */
  readonly waiting: number | null;
  readonly onPause: () => void;
}

/** Beside the title: pause, and the prints as a file or as a command. */
export function Controls({ flow, filter, waiting, onPause }: ControlsProps) {
  const { underlying, expiry, bars } = flow;
  const query = { underlying, expiry: expiry ?? undefined, filter: filter ?? undefined };
  const curl = `curl -s '${new URL(apiUrl("/api/tape", query), window.location.href).href}'`;
  return (
    <div className="tape-controls">
      {bars === true && (
        <span className="bars" title="This source has no single trades">
          each print is a contract’s minute
        </span>
      )}
      {waiting !== null && (
        <span className="paused" title="Prints on the tape since then, whether they pass or not">
          PAUSED +{exactCount(waiting)} new
        </span>
      )}
      <button
        type="button"
        aria-label="Pause the tape"
        aria-pressed={waiting !== null}
        onClick={onPause}
      >
        ▮▮ Pause
      </button>
      {filter !== null && (
        <>
          <a
            href={apiUrl("/api/tape.csv", query)}
            download
            title="Every print that passes, as a file without a cap"
          >
            CSV
          </a>
          <Copy label="curl" text={curl} title="Copy as curl" />
        </>
      )}
    </div>
  );
}
