import { Empty } from "../features/empty/Empty";
import { Header } from "../features/header/Header";
import { ReplayBar } from "../features/replay/ReplayBar";
import { useStream } from "../features/stream/useStream";
import { TotalsStrip } from "../features/totals/TotalsStrip";
import { streamUrl } from "../state/api";
import { useLiveSearch } from "../state/search";
import { Layout } from "./Layout";
import "./live.css";

/** The market of one expiry: header, totals, ladder, charts, tape, and the replay's controls. */
export function Live() {
  const { underlying, expiry } = useLiveSearch();
  const { flow, link } = useStream(streamUrl({ underlying, expiry }));
  const mode = flow?.mode ?? null;
  const isLost = link.state === "reconnecting";
  return (
    <div className="live">
      <Header flow={flow} line={{ ...link, mode, feedAgeMs: flow?.feedAgeMs ?? null }} />
      {flow === null || flow.contracts.size === 0 ? (
        <main>
          <Empty isConnected={!isLost} mode={mode} />
        </main>
      ) : (
        <main className={isLost ? "lost" : ""}>
          <TotalsStrip totals={flow.totals} />
          <Layout flow={flow} />
        </main>
      )}
      {flow?.replay && <ReplayBar replay={flow.replay} />}
    </div>
  );
}
