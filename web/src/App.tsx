import { Empty } from "./features/empty/Empty";
import { Header } from "./features/header/Header";
import { Ladder } from "./features/ladder/Ladder";
import { ReplayBar } from "./features/replay/ReplayBar";
import { useStream } from "./features/stream/useStream";
import { TotalsStrip } from "./features/totals/TotalsStrip";

export function App({ open }: { open?: (url: string) => WebSocket }) {
  const { flow, link } = useStream(open);
  const mode = flow?.mode ?? null;
  return (
    <>
      <Header flow={flow} line={{ ...link, mode, feedAgeMs: flow?.feedAgeMs ?? null }} />
      <main className={link.state === "reconnecting" ? "stale" : ""}>
        {flow === null || flow.contracts.size === 0 ? (
          <Empty isConnected={link.state !== "reconnecting"} mode={mode} />
        ) : (
          <>
            <TotalsStrip totals={flow.totals} />
            <Ladder flow={flow} />
          </>
        )}
        {flow?.replay && <ReplayBar replay={flow.replay} />}
      </main>
    </>
  );
}
