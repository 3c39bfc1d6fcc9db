import { expect, test } from "vitest";
import { snapshot } from "./samples";
import { notConnected, statusOf, type Link } from "./status";

const open: Link = { ...notConnected, state: "open", heardAt: 1_000 };
const live = { mode: "live", replay: null, feedAgeMs: 30, asOf: null, clock: null, feed: null } as const;

function said(flow: Parameters<typeof statusOf>[0], link = open, now = 1_008, phase = "regular") {
  const { icon, text, detail } = statusOf(flow, link, phase as "regular", now);
  return [icon, text, detail].join(" ").trim();
}

test("a live feed tells its age, and from which on it is slow and stale", () => {
  expect(said(live)).toBe("● LIVE 38 ms");
  expect(said(live, open, 2_400)).toBe("◐ LIVE 1.4 s");
  expect(said(live, open, 5_170)).toBe("▲ STALE 4.2 s");
  expect(statusOf(live, open, "regular", 3_970).isCurrent).toBe(true);
  expect(statusOf(live, open, "regular", 3_971).isCurrent).toBe(false);
});

test("where little trades anyhow, a feed may be silent for a minute", () => {
  for (const quiet of ["overnight", "curb"] as const) {
    expect(statusOf(live, open, quiet, 60_970).state).toBe("live");
    expect(statusOf(live, open, quiet, 60_971).state).toBe("stale");
  }
  expect(statusOf(live, open, "late", 3_971).state).toBe("stale");
});

test("a stale feed says why, and one that nothing came of is not called live", () => {
  const feed = { state: "waiting", detail: "a ping was not answered", holes_open: 1, holes: 1 } as const;
  expect(statusOf({ ...live, feed }, open, "regular", 9_000).meaning).toBe(
    "The feed does not deliver (a ping was not answered); these are its last numbers",
  );
  const nothing = { ...live, feedAgeMs: null };
  expect(said({ ...nothing, feed })).toBe("▲ STALE");
  expect(said({ ...nothing, feed: { ...feed, state: "connecting" } })).toBe("↻ CONNECTING");
  expect(said({ ...nothing, feed: { ...feed, state: "streaming" } })).toBe("● LIVE");
});

test("a refused key is told whatever the market does, and its numbers are old once it is open", () => {
  const feed = { state: "refused", detail: "Unknown API Key", holes_open: 0, holes: 0 } as const;
  for (const phase of ["closed", "pre_open", "regular", "overnight"] as const) {
    expect(said({ ...live, feed }, open, 1_008, phase)).toBe("✕ KEY REFUSED");
    expect(statusOf({ ...live, feed }, open, phase, 1_008).meaning).toContain("(Unknown API Key)");
  }
  expect(statusOf({ ...live, feed }, open, "closed", 1_008).isCurrent).toBe(true);
  expect(statusOf({ ...live, feed }, open, "regular", 1_008).isCurrent).toBe(false);
});

test("a server without a market is offline, and its connection is not", () => {
  const { text, state, isCurrent } = statusOf({ ...live, mode: "offline" }, open, "closed", 90_000);
  expect({ text, state, isCurrent }).toEqual({ text: "OFFLINE", state: "idle", isCurrent: true });
});

test("out of the session nothing is stale: the market is closed", () => {
  expect(said(live, open, 90_000, "closed")).toBe("○ MARKET CLOSED");
  expect(statusOf(live, open, "closed", 90_000).isCurrent).toBe(true);
  expect(statusOf(live, open, "overnight", 90_000).state).toBe("stale");
  expect(statusOf(live, open, null, 90_000).state).toBe("stale");
});

test("a delayed feed tells its delay", () => {
  const now = Date.parse("2026-11-20T15:15:00Z");
  const delayed = { ...live, mode: "delayed", asOf: "2026-11-20T15:00:00Z" } as const;

  expect(said(delayed, { ...open, heardAt: now }, now)).toBe("◔ DELAYED 15 min");
});

test("the market's clock tells the delay, not this machine's", () => {
  const here = Date.parse("2001-01-01T00:00:00Z");
  const delayed = {
    ...live,
    mode: "delayed",
    asOf: "2026-11-20T15:00:00Z",
    clock: "2026-11-20T15:14:58Z",
  } as const;

  expect(said(delayed, { ...open, heardAt: here }, here + 2_000)).toBe("◔ DELAYED 15 min");
});

test("a replay tells its pace and never is stale", () => {
  const { mode, replay } = snapshot();
  const shown = { ...live, mode, replay };

  expect(said(shown, open, 900_000)).toBe("▶ REPLAY 60×");
  expect(said({ ...shown, mode: "demo", replay: replay && { ...replay, playing: false } })).toBe(
    "❚❚ DEMO paused",
  );
  expect(said({ ...shown, replay: replay && { ...replay, speed: "max" } })).toBe("▶ REPLAY max");
});

test("a lost connection is told with its attempts, whatever was shown", () => {
  expect(said(live, { ...open, state: "reconnecting", attempts: 3 })).toBe("↻ RECONNECTING (3)");
  expect(said(live, { ...open, state: "offline", attempts: 9 })).toBe("✕ OFFLINE");
  expect(said(null, notConnected)).toBe("↻ CONNECTING");
  expect(said(null, { ...notConnected, state: "reconnecting", refusal: "no NDX" })).toBe(
    "✕ NOT SHOWN",
  );
});
