import { useEffect } from "react";
import { Empty, NotServed } from "../features/empty/Empty";
import { FeedPanel } from "../features/feed/FeedPanel";
import { Header } from "../features/header/Header";
import { Keys } from "../features/keys/Keys";
import { Programme } from "../features/programme/Programme";
import { KeyQuestion } from "../features/replay/KeyQuestion";
import { LinkedInstant } from "../features/replay/LinkedInstant";
import { ReplayBar } from "../features/replay/ReplayBar";
import { useStream } from "../features/stream/useStream";
import { Totals } from "../features/totals/Totals";
import { price } from "../format/numbers";
import type { Flow } from "../model/flow";
import type { Status } from "../model/status";
import { useAnnouncement } from "../state/announcement";
import { useLiveSearch } from "../state/search";
import { useStatus } from "../state/status";
import { Layout } from "./Layout";
import { useJumps } from "./useJumps";
import { usePlaces } from "./usePlaces";
import "./live.css";

/** The market of one expiry: header, totals, ladder, charts, tape, and the replay's controls. */
export function Live() {
  const { underlying, expiry } = useLiveSearch();
  const { flow, link } = useStream(underlying, expiry);
  const status = useStatus(flow, link);
  useTitle(flow, status);
  usePlaces();
  useJumps(flow);
  const hasNumbers = flow !== null && flow.contracts.size > 0 && link.refusal === null;
  const isPast = hasNumbers && !status.isCurrent;
  return (
    <div
      className={`live ${isPast ? "past" : ""}`}
      data-state={status.state}
      data-going={typeof flow?.replay?.target === "string"}
    >
      <a className="skip" href="#main">
        Skip to the numbers
      </a>
      <Header flow={flow} link={link} status={status} panel={<FeedPanel summary={flow?.feed ?? null} />} />
      {flow !== null && <LinkedInstant flow={flow} />}
      {flow !== null && <Programme flow={flow} />}
      <KeyQuestion />
      <main id="main" tabIndex={-1}>
        {link.refusal !== null ? (
          <Refused refusal={link.refusal} underlying={expiry === undefined ? undefined : underlying} />
        ) : hasNumbers ? (
          <>
            <Totals flow={flow} />
            <Layout flow={flow} />
          </>
        ) : (
          <Empty flow={flow} link={link} />
        )}
      </main>
      {flow?.replay && <ReplayBar flow={flow} replay={flow.replay} />}
      <Announcement status={status} />
      <Keys />
    </div>
  );
}

/** Asks the server for what it does show: of the underlying or, where it has none such, at all. */
function Refused({ refusal, underlying }: { refusal: string; underlying: string | undefined }) {
  const { flow, link } = useStream(underlying);
  return underlying !== undefined && link.refusal !== null ? (
    <Refused refusal={refusal} underlying={undefined} />
  ) : (
    <NotServed refusal={refusal} flow={flow} />
  );
}

const connected: Readonly<Partial<Record<Status["state"], string>>> = {
  connecting: "Connecting",
  reconnecting: "The connection is lost; trying again",
  refused: "The server does not show what is asked for",
  offline: "The server does not answer",
  no_key: "The vendor refuses the server's key",
  stale: "The feed is silent: the numbers are stale",
  closed: "Connected; the market is closed",
  idle: "Connected; the server shows no market",
};

/** Tells a screen reader how the connection changes, and nothing else. */
function Announcement({ status }: { status: Status }) {
  const words = useAnnouncement(connected[status.state] ?? "Connected");
  return (
    <p className="unseen" role="status" data-testid="announcement">
      {words}
    </p>
  );
}

function useTitle(flow: Flow | null, { icon, text }: Status): void {
  const title =
    flow === null ? "Spyglass" : `${flow.underlying} ${price(flow.spot)} ${icon} ${text} · Spyglass`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
