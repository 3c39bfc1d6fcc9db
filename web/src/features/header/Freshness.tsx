import type { ReactNode } from "react";
import { count, shortAge, unknown } from "../../format/numbers";
import { timeIn } from "../../format/times";
import type { Flow } from "../../model/flow";
import { feedAge, type Link, type Status } from "../../model/status";
import { Facts } from "../../parts/Facts";
import { Popover } from "../../parts/Popover";
import { useNow } from "../../state/clock";
import { useLiveSearch } from "../../state/search";

/** Whether the numbers are current, in a word; behind it, what the connection has gone through. */
export function Freshness({
  flow,
  link,
  status,
  panel,
}: {
  flow: Flow | null;
  link: Link;
  status: Status;
  /** What the live side tells of itself. */
  panel: ReactNode;
}) {
  const { icon, text, detail, meaning, state } = status;
  return (
    <div className="freshness">
      {flow?.recording === false && (
        <span
          className="pill unrecorded"
          data-state="stale"
          title="What comes now is shown but lost to later replays; beside this stands why"
        >
          <span aria-hidden="true">▲</span> NOT RECORDING
        </span>
      )}
      <Popover
        className="pill"
        state={state}
        title={meaning}
        button={
          <span data-testid="status">
            <span aria-hidden="true">{icon}</span> {text} <span className="detail">{detail}</span>
          </span>
        }
      >
        <p>
          <strong>{text}</strong>: {meaning}.
        </p>
        <Gone flow={flow} link={link} />
        {panel}
      </Popover>
    </div>
  );
}

/** What the connection has gone through. */
function Gone({ flow, link }: { flow: Flow | null; link: Link }) {
  const { zone } = useLiveSearch();
  const now = useNow(500);
  const age = flow === null ? null : feedAge(flow, link, now);
  const facts = [
    { name: "Last update", value: timeIn(flow?.asOf ?? null, zone) },
    { name: "Feed silent for", value: age === null ? unknown : shortAge(age) },
    { name: "Frame", value: flow === null ? unknown : String(flow.seq) },
    { name: "Frames missed", value: count(link.gaps) },
    { name: "Reconnected", value: count(link.reconnects) },
    { name: "Recording", value: recording(flow?.recording ?? null) },
  ];
  return <Facts facts={facts} />;
}

function recording(is: boolean | null): string {
  return is === null ? "nothing to record" : is ? "● yes" : "▲ no: what comes now is lost";
}
