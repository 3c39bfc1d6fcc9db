import { expect, test } from "vitest";
import { marketClock, marketTime } from "./market";
import type { Market } from "./messages";

const market: Market = {
  date: "2026-11-20",
  phases: [
    { phase: "overnight", from: "2026-11-20T01:15:00Z", to: "2026-11-20T14:15:00Z" },
    { phase: "pre_open", from: "2026-11-20T14:15:00Z", to: "2026-11-20T14:30:00Z" },
    { phase: "regular", from: "2026-11-20T14:30:00Z", to: "2026-11-20T21:00:00Z" },
    { phase: "late", from: "2026-11-20T21:00:00Z", to: "2026-11-20T21:15:00Z" },
  ],
  next: { phase: "overnight", from: "2026-11-23T01:15:00Z" },
  short_day: false,
  expires_at: "2026-11-20T21:00:00Z",
};

const at = (time: string) => marketClock(market, Date.parse(time));

test("a phase ends where the next one begins", () => {
  expect(at("2026-11-20T18:42:07Z")).toEqual({
    phase: "regular",
    next: { opens: "late", at: Date.parse("2026-11-20T21:00:00Z") },
  });
});

test("the instant of the open is open", () => {
  expect(at("2026-11-20T14:30:00Z").phase).toBe("regular");
  expect(at("2026-11-20T14:29:59.999Z").phase).toBe("pre_open");
});

test("behind the last phase it is closed until the next trade date's first", () => {
  expect(at("2026-11-21T12:00:00Z")).toEqual({
    phase: "closed",
    next: { opens: "overnight", at: Date.parse("2026-11-23T01:15:00Z") },
  });
});

test("the last phase ends in a close", () => {
  expect(at("2026-11-20T21:10:00Z").next.opens).toBeNull();
});

test("the market's time goes on from what the server last said, whatever the clock here says", () => {
  const clock = "2026-11-20T14:30:00Z";
  expect(marketTime(clock, 1_000, 3_500)).toBe(Date.parse("2026-11-20T14:30:02.500Z"));
  expect(marketTime(clock, 1_000, 500)).toBe(Date.parse(clock));
  expect(marketTime(null, 1_000, 3_500)).toBe(3_500);
});
