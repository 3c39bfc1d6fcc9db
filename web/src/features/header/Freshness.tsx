import { count, shortAge, unknown } from "../../format/numbers";
import { timeIn } from "../../format/times";
import type { Flow } from "../../model/flow";
import { feedAge, type Link, type Status } from "../../model/status";
import { Popover } from "../../parts/Popover";
import { useNow } from "../../state/clock";
import { useLiveSearch } from "../../state/search";

/** Whether the numbers are current, in a word; behind it, what the connection has gone through. */
export function Freshness({
  flow,
  link,
  status,
}: {
  flow: Flow | null;
  link: Link;
  status: Status;
}) {
  const { icon, text, detail, meaning, state } = status;
  return (
    <div className="freshness">
      {flow?.recording === false && (
        <span className="pill unrecorded" data-state="stale">
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
        <Facts flow={flow} link={link} />
      </Popover>
    </div>
  );
}

function Facts({ flow, link }: { flow: Flow | null; link: Link }) {
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
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function recording(is: boolean | null): string {
  return is === null ? "nothing to record" : is ? "● yes" : "▲ no: what comes now is lost";
}
