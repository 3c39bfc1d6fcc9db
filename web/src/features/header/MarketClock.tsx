import { countdown } from "../../format/numbers";
import { timeIn } from "../../format/times";
import type { Flow } from "../../model/flow";
import { marketClock, marketTime, type MarketClock as Clock } from "../../model/market";
import type { Phase } from "../../model/messages";
import type { Link } from "../../model/status";
import { useNow } from "../../state/clock";
import { useLiveSearch } from "../../state/search";

const phases: Readonly<Record<Clock["phase"], { readonly icon: string; readonly text: string }>> = {
  overnight: { icon: "◆", text: "OVERNIGHT" },
  pre_open: { icon: "◆", text: "PRE-OPEN" },
  regular: { icon: "●", text: "OPEN" },
  late: { icon: "◆", text: "EXTENDED" },
  curb: { icon: "◆", text: "CURB" },
  closed: { icon: "○", text: "CLOSED" },
};

const begins: Readonly<Record<Phase["phase"], string>> = {
  overnight: "overnight in",
  pre_open: "pre-open in",
  regular: "opens in",
  late: "closes in",
  curb: "curb in",
};

/** The shown instant, what the market does then, and until when. */
export function MarketClock({ flow, link }: { flow: Flow; link: Link }) {
  const { zone } = useLiveSearch();
  const wallClock = useNow(1_000);
  const { mode, asOf, market, clock } = flow;
  const at =
    mode === "replay" || mode === "demo"
      ? shownAt(flow)
      : marketTime(clock, link.heardAt, wallClock);
  return (
    <div className="market">
      {market !== null && at !== null && (
        <PhaseNow clock={marketClock(market, at)} at={at} isShort={market.short_day} />
      )}
      <time
        className="roomy"
        dateTime={at === null ? "" : new Date(at).toISOString()}
        title={asOf ?? ""}
      >
        {timeIn(at, zone)}
      </time>
    </div>
  );
}

/** The instant that a recorded day shows: what came behind the end of a replay is no later than that. */
function shownAt({ asOf, replay }: Flow): number | null {
  if (asOf === null) {
    return null;
  }
  return Math.min(Date.parse(asOf), replay === null ? Infinity : Date.parse(replay.to));
}

function PhaseNow({ clock, at, isShort }: { clock: Clock; at: number; isShort: boolean }) {
  const { icon, text } = phases[clock.phase];
  const untilWhat = clock.next.opens === null ? "closes in" : begins[clock.next.opens];
  return (
    <>
      <span className={`phase ${clock.phase}`} data-testid="phase">
        <span aria-hidden="true">{icon}</span> {text}
      </span>
      {isShort && <span title="The market closes early on this day">◐ short day</span>}
      <span className="countdown" title={untilWhat}>
        <span className="roomy">{untilWhat} </span>
        {countdown(clock.next.at - at)}
      </span>
    </>
  );
}
