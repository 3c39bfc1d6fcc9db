import type { Mode } from "../../model/messages";

/** What to do where there is nothing to show. */
export function Empty({ isConnected, mode }: { isConnected: boolean; mode: Mode | null }) {
  return (
    <section className="empty">
      {isConnected ? <Waiting mode={mode} /> : <Unreachable />}
    </section>
  );
}

function Waiting({ mode }: { mode: Mode | null }) {
  if (mode === "live" || mode === "delayed") {
    return (
      <>
        <h2>No contracts yet</h2>
        <p>The feed has sent none so far. Outside trading hours, watch a simulated day instead:</p>
        <pre>./spyglass demo</pre>
      </>
    );
  }
  return (
    <>
      <h2>The day is being prepared</h2>
      <p>Its contracts appear as soon as the first of them is listed.</p>
    </>
  );
}

function Unreachable() {
  return (
    <>
      <h2>No connection to the server</h2>
      <p>The page keeps trying. If the server has stopped, start it again:</p>
      <pre>./spyglass demo</pre>
      <p>or, for a recorded day,</p>
      <pre>./spyglass serve --replay 2021-01-04 --underlying SPX</pre>
    </>
  );
}
