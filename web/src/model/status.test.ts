import { expect, test } from "vitest";
import { snapshot } from "./samples";
import { notConnected, statusOf, type Link } from "./status";

const open: Link = { ...notConnected, state: "open", heardAt: 1_000 };
const live = { mode: "live", replay: null, feedAgeMs: 30, asOf: null } as const;

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
