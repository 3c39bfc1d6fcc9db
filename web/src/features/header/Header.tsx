import { useEffect, useState } from "react";
import { price } from "../../format/numbers";
import { calendarDay, daysToExpiry, easternTime } from "../../format/times";
import type { Flow } from "../../model/flow";
import { lineState, modeLabel, type Line } from "./status";

export function Header({ flow, line }: { flow: Flow | null; line: Line }) {
  return (
    <header className="header">
      <h1>Spyglass</h1>
      {flow !== null && (
        <>
          <p className="spot">
            <span className="symbol">{flow.underlying}</span>{" "}
            <strong data-testid="spot">{price(flow.spot)}</strong>
            {flow.spotSource === "parity" && (
              <abbr title="No published value: implied by put–call parity"> implied</abbr>
            )}
          </p>
          <p>
            {flow.root ?? ""} {daysToExpiry(flow.expiry, flow.asOf)} {calendarDay(flow.expiry)}
          </p>
          <p>
            as of <time dateTime={flow.asOf ?? ""}>{easternTime(flow.asOf)}</time>
          </p>
          <p className={`pill ${flow.mode}`} title={modeLabel(flow).meaning}>
            {modeLabel(flow).text}
          </p>
          {flow.recording === false && <p className="pill warning">▲ NOT RECORDING</p>}
        </>
      )}
      <LineState line={line} />
    </header>
  );
}

function LineState({ line }: { line: Line }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 500);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const { text, age, isWarning } = lineState(line, now);
  return (
    <p className={isWarning ? "line warning" : "line"}>
      <span role="status">{text}</span>
      {age !== null && <span> {age}</span>}
    </p>
  );
}
