import { useMemo, type ReactNode } from "react";
import { calendarDay, daysToExpiry } from "../../format/times";
import type { Flow } from "../../model/flow";
import { rungs } from "../../model/rungs";
import { Choice } from "../../parts/Choice";
import { Dialog } from "../../parts/Dialog";
import { useCommands } from "../../state/commands";
import { useChangeSearch, useLiveSearch } from "../../state/search";
import { Charts } from "./Charts";
import { Numbers } from "./Numbers";
import "./detail.css";

/**
 * One strike of a series: its call and its put, now and through the day. Beside the ladder it lies on
 * the other panels; where there is no room for that, on everything.
 */
export default function Detail({
  flow,
  strike,
  isBeside,
}: {
  flow: Flow;
  /** Series and strike, as `SPXW 6600`. */
  strike: string;
  isBeside: boolean;
}) {
  const change = useChangeSearch();
  const close = () => {
    change({ strike: undefined });
  };
  const Frame = isBeside ? Drawer : Dialog;
  return (
    <Frame title={`${strike} · ${calendarDay(flow.expiry)}`} className="detail" onClose={close}>
      <Content flow={flow} strike={strike} />
    </Frame>
  );
}

function Drawer({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  useCommands([
    { id: "detail.close", title: "Close the detail", group: "Ladder", keys: "Escape", run: onClose },
  ]);
  return (
    <aside className="detail beside" aria-label={title}>
      <div className="dialog-head">
        <h2>{title}</h2>
        <button type="button" aria-label="Close" title="Close (Esc)" onClick={onClose}>
          ✕
        </button>
      </div>
      {children}
    </aside>
  );
}

function Content({ flow, strike }: { flow: Flow; strike: string }) {
  const { side = "call" } = useLiveSearch();
  const change = useChangeSearch();
  const { instruments, root, contracts } = flow;
  const rung = useMemo(
    () => rungs(instruments, root).find(({ key }) => key === strike),
    [instruments, root, strike],
  );
  const of = (id: number | null | undefined) =>
    id === null || id === undefined ? null : (contracts.get(id) ?? null);
  const [call, put] = [of(rung?.call), of(rung?.put)];
  const drawn = side === "put" ? (put ?? call) : (call ?? put);
  if (drawn === null) {
    return (
      <p className="detail-note">
        {flow.underlying} has no {strike} on this date. Choose a strike of the ladder.
      </p>
    );
  }
  return (
    <div className="detail-content">
      <Numbers call={call} put={put} />
      <div className="detail-day">
        <div className="detail-day-head">
          <Choice
            label="Charts of"
            options={[
              { value: "call", text: "Call" },
              { value: "put", text: "Put" },
            ]}
            value={drawn.right === "C" ? "call" : "put"}
            onChange={(next) => {
              change({ side: next });
            }}
          />
          <span>{daysToExpiry(flow.expiry, flow.asOf)}</span>
          <code>{drawn.ticker}</code>
          <button
            type="button"
            onClick={() => {
              const right = drawn.right === "C" ? "call" : "put";
              const filter = `right:${right} strike:${String(drawn.strike)}`;
              change({ filter, panel: "tape", strike: undefined }, true);
            }}
          >
            Tape of this strike
          </button>
        </div>
        <Charts key={drawn.ticker} contract={drawn} flow={flow} />
      </div>
    </div>
  );
}
