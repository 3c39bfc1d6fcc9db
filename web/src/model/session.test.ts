import { expect, test } from "vitest";
import type { Market } from "./messages";
import { noMinutes, snapshot } from "./samples";
import { sessionOf } from "./session";

const market: Market = {
  date: "2026-11-20",
  phases: [
    { phase: "pre_open", from: "2026-11-20T14:15:00Z", to: "2026-11-20T14:30:00Z" },
    { phase: "regular", from: "2026-11-20T14:30:00Z", to: "2026-11-20T21:00:00Z" },
    { phase: "late", from: "2026-11-20T21:00:00Z", to: "2026-11-20T21:15:00Z" },
  ],
  next: { phase: "overnight", from: "2026-11-23T01:15:00Z" },
  short_day: false,
  expires_at: "2026-11-20T21:00:00Z",
};

const replay = snapshot().replay;
const iso = (at: number) => new Date(at).toISOString();

test("a series that expires today has the regular hours", () => {
  const session = sessionOf({ market, replay, history: noMinutes });

  expect(iso(session.from)).toBe("2026-11-20T14:30:00.000Z");
  expect(iso(session.to)).toBe("2026-11-20T21:00:00.000Z");
  expect(session.marks).toEqual([]);
});

test("one that goes on has late trading too, behind a mark", () => {
  const later = { ...market, expires_at: "2026-11-23T21:00:00Z" };
  const session = sessionOf({ market: later, replay, history: noMinutes });

  expect(iso(session.to)).toBe("2026-11-20T21:15:00.000Z");
  expect(session.marks).toEqual([{ at: Date.parse("2026-11-20T21:00:00Z"), phase: "late" }]);
});

test("without hours it is the replay's time", () => {
  const session = sessionOf({ market: null, replay, history: noMinutes });

  expect(iso(session.from)).toBe("2026-11-20T14:30:00.000Z");
  expect(iso(session.to)).toBe("2026-11-20T21:00:00.000Z");
});

test("without hours and replay it is six and a half hours from the first minute", () => {
  const history = { ...noMinutes, from: "2026-11-20T14:30:00Z" };
  const session = sessionOf({ market: null, replay: null, history });

  expect(iso(session.to)).toBe("2026-11-20T21:00:00.000Z");
});
