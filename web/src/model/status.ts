// What the page says of its data: whether it is live, how old it is, and whether to rely on it.
import { daysAndHours, shortAge } from "../format/numbers";
import { marketTime, type MarketClock } from "./market";
import type { FeedSummary, Mode, Replay } from "./messages";

/** The connection to the server. */
export interface Link {
  /** `offline` once the pauses between attempts are as long as they get. */
  readonly state: "connecting" | "open" | "reconnecting" | "offline";
  /** Attempts since the connection was lost. */
  readonly attempts: number;
  /** When the last message came, by this machine's clock; null for none yet. */
  readonly heardAt: number | null;
  /** How often frames were missed, and how often a lost connection came back. */
  readonly gaps: number;
  readonly reconnects: number;
  /** Why the server does not show what is asked for, in its words; null where it does. */
  readonly refusal: string | null;
  /** Why the server lets this page in no more, or not yet, in its words; null for unknown. */
  readonly reason: string | null;
}

export const notConnected: Link = {
  state: "connecting",
  attempts: 0,
  heardAt: null,
  gaps: 0,
  reconnects: 0,
  refusal: null,
  reason: null,
};

export type State =
  | "live"
  | "slow"
  | "delayed"
  | "stale"
  | "closed"
  | "replay"
  | "demo"
  | "idle"
  | "connecting"
  | "refused"
  | "no_key"
  | "reconnecting"
  | "offline";

export interface Status {
  readonly state: State;
  readonly icon: string;
  readonly text: string;
  /** The age, pace or count beside the text; empty for none. */
  readonly detail: string;
  readonly meaning: string;
  /** Whether the numbers are what they seem; where not they are dimmed. */
  readonly isCurrent: boolean;
}

/** Beyond these ages a live feed is called slow, and stale; later where little trades anyhow. */
export const slowAfterMs = 1_000;
export const staleAfterMs = 3_000;
const quietStaleAfterMs = 60_000;

interface Shown {
  readonly mode: Mode;
  readonly replay: Replay | null;
  readonly feedAgeMs: number | null;
  readonly asOf: string | null;
  readonly clock: string | null;
  readonly feed: FeedSummary | null;
}

/** What the market does. */
type Hours = MarketClock["phase"] | null;

/** The status at an instant of this machine's clock. */
export function statusOf(
  flow: Shown | null,
  link: Link,
  phase: Hours,
  now: number,
): Status {
  if (link.refusal !== null) {
    return refused;
  }
  if (link.state !== "open") {
    return ofLink(link);
  }
  if (flow === null) {
    return ofLink({ ...link, state: "connecting" });
  }
  if (flow.mode === "replay" || flow.mode === "demo") {
    return ofReplay(flow.mode, flow.replay);
  }
  if (flow.mode === "offline") {
    return idle;
  }
  if (flow.feed?.state === "refused") {
    return withoutKey(flow.feed.detail, phase === "closed" || phase === "pre_open");
  }
  if (phase === "closed" || phase === "pre_open") {
    return {
      state: "closed",
      icon: "○",
      text: "MARKET CLOSED",
      detail: "",
      meaning: "Nothing trades now; these are the last numbers",
      isCurrent: true,
    };
  }
  const delay = flow.asOf === null ? 0 : marketTime(flow.clock, link.heardAt, now) - Date.parse(flow.asOf);
  return ofFeed(flow, feedAge(flow, link, now), phase, delay);
}

const idle: Status = {
  state: "idle",
  icon: "○",
  text: "OFFLINE",
  detail: "",
  meaning: "The server is connected to no market",
  isCurrent: true,
};

const refused: Status = {
  state: "refused",
  icon: "✕",
  text: "NOT SHOWN",
  detail: "",
  meaning: "The server does not show what is asked for",
  isCurrent: true,
};

/** Nothing comes, and nothing will, until somebody gives the server another key. */
function withoutKey(detail: string, isClosed: boolean): Status {
  return {
    state: "no_key",
    icon: "✕",
    text: "KEY REFUSED",
    detail: "",
    meaning: `The vendor refuses the server's key (${detail}); these are the last numbers`,
    isCurrent: isClosed,
  };
}

/** How old what is shown is, in milliseconds; null for unknown. */
export function feedAge(
  flow: Pick<Shown, "feedAgeMs">,
  link: Link,
  now: number,
): number | null {
  return flow.feedAgeMs === null || link.heardAt === null
    ? null
    : flow.feedAgeMs + Math.max(0, now - link.heardAt);
}

function ofLink({ state, attempts, reason }: Link): Status {
  if (state === "connecting") {
    return {
      state: "connecting",
      icon: "↻",
      text: "CONNECTING",
      detail: "",
      meaning: "Waiting for the server's first message",
      isCurrent: true,
    };
  }
  return state === "offline"
    ? {
        state: "offline",
        icon: "✕",
        text: "OFFLINE",
        detail: "",
        meaning: reason ?? "The server has not answered for long; these are its last numbers",
        isCurrent: false,
      }
    : {
        state: "reconnecting",
        icon: "↻",
        text: "RECONNECTING",
        detail: `(${String(attempts)})`,
        meaning:
          reason ?? "The connection is lost and being tried again; these are the last numbers",
        isCurrent: false,
      };
}

function ofReplay(mode: "replay" | "demo", replay: Replay | null): Status {
  const pace = replay === null ? "" : replay.speed === "max" ? "max" : `${String(replay.speed)}×`;
  const isPlaying = replay?.playing ?? true;
  return {
    state: mode,
    icon: isPlaying ? "▶" : "❚❚",
    text: mode === "demo" ? "DEMO" : "REPLAY",
    detail: isPlaying ? pace : "paused",
    meaning: mode === "demo" ? "A simulated market: no price here is real" : "A recorded day",
    isCurrent: true,
  };
}

function ofFeed(flow: Shown, age: number | null, phase: Hours, delay: number): Status {
  if (age === null && flow.feed !== null && ["off", "connecting", "closed"].includes(flow.feed.state)) {
    return {
      state: "connecting",
      icon: "↻",
      text: "CONNECTING",
      detail: "",
      meaning: "The server is connecting to the market; nothing came so far",
      isCurrent: true,
    };
  }
  const isQuiet = phase === "overnight" || phase === "curb";
  if (age === null ? isDown(flow.feed) : age > (isQuiet ? quietStaleAfterMs : staleAfterMs)) {
    return {
      state: "stale",
      icon: "▲",
      text: "STALE",
      detail: age === null ? "" : shortAge(age),
      meaning: whyStale(flow.feed),
      isCurrent: false,
    };
  }
  if (flow.mode === "delayed") {
    return {
      state: "delayed",
      icon: "◔",
      text: "DELAYED",
      detail: daysAndHours(delay),
      meaning: "The market with the vendor's delay",
      isCurrent: true,
    };
  }
  const isSlow = !isQuiet && age !== null && age > slowAfterMs;
  return {
    state: isSlow ? "slow" : "live",
    icon: isSlow ? "◐" : "●",
    text: "LIVE",
    detail: age === null ? "" : shortAge(age),
    meaning: "The market as it happens",
    isCurrent: true,
  };
}

/** Whether a feed that nothing came of so far is known not to deliver. */
function isDown(feed: FeedSummary | null): boolean {
  return feed !== null && ["stale", "waiting", "refused"].includes(feed.state);
}

function whyStale(feed: FeedSummary | null): string {
  return feed === null || feed.detail === ""
    ? "The feed is silent though the market is open; these are its last numbers"
    : `The feed does not deliver (${feed.detail}); these are its last numbers`;
}
