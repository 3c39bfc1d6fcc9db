import { useState } from "react";
import { Dialog } from "../../parts/Dialog";
import { apiUrl } from "../../state/api";
import { downloadCsv, fileName } from "../../state/download";
import { ladderCsv } from "./table";
import type { View } from "./useView";

/** The ladder as a file, and the request that gives the same numbers to a program. */
export function Export({ view, onClose }: { view: View; onClose: () => void }) {
  const { underlying, expiry, asOf } = view.flow;
  const request = new URL(
    apiUrl("/api/flow", { underlying, expiry: expiry ?? undefined }),
    window.location.href,
  );
  const command = `curl '${request.href}'`;
  const clock = (asOf ?? "").slice(11, 19).replaceAll(":", "");
  const file = `${fileName(view.flow, `ladder-${clock}Z`)}.csv`;
  return (
    <Dialog title="Export" className="export" onClose={onClose}>
      <h3>The ladder as it is shown</h3>
      <p>
        {String(view.rows.length)} strikes with the columns that are chosen and those that a wide
        ladder adds, in full digits, as of one instant.
      </p>
      <button
        type="button"
        onClick={() => {
          downloadCsv(file, ladderCsv(view));
        }}
      >
        Download CSV
      </button>
      <h3>All numbers, for a program</h3>
      <pre tabIndex={0}>{command}</pre>
      <Copy text={command} />
    </Dialog>
  );
}

function Copy({ text }: { text: string }) {
  const [said, say] = useState("");
  return (
    <p>
      <button
        type="button"
        onClick={() => {
          copy(text).then(say, () => {
            say("This browser does not allow it: select the line above");
          });
        }}
      >
        Copy as curl
      </button>{" "}
      <span role="status">{said}</span>
    </p>
  );
}

async function copy(text: string): Promise<string> {
  await navigator.clipboard.writeText(text);
  return "Copied";
}
