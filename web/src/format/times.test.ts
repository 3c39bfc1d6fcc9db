import { expect, test } from "vitest";
import {
  calendarDay,
  daysToExpiry,
  minuteIn,
  newYorkIso,
  shortDay,
  shortestDay,
  timeIn,
  zoneName,
} from "./times";

test("times are New York's and say so", () => {
  expect(timeIn("2026-11-20T18:42:07Z")).toBe("13:42:07 ET");
  expect(timeIn("2026-07-20T17:42:07.5Z")).toBe("13:42:07 ET");
  expect(timeIn("2026-11-20T05:00:00Z")).toBe("00:00:00 ET");
  expect(timeIn(null)).toBe("–");
});

test("times are also told in another zone, by its name", () => {
  expect(timeIn("2026-11-20T18:42:07Z", "utc")).toBe("18:42:07 UTC");
  expect(timeIn("2026-11-20T18:42:07Z")).toBe("13:42:07 ET");
  expect(timeIn("2026-11-20T18:42:07Z", "local")).toMatch(/^\d\d:42:07 local$/);
  expect(minuteIn("2026-11-20T18:42:07Z", "utc") + zoneName("utc")).toBe("18:42UTC");
  expect(minuteIn(Date.parse("2026-11-20T18:42:07Z"))).toBe("13:42");
});

test("days are named", () => {
  expect(calendarDay("2026-11-20")).toBe("Fri, 20 Nov 2026");
  expect(calendarDay(null)).toBe("–");
  expect(shortDay("2026-11-20")).toBe("Fri 20 Nov");
  expect(shortestDay("2026-11-20")).toBe("20 Nov");
});

test("days to expiry count New York's days", () => {
  expect(daysToExpiry("2026-11-20", "2026-11-20T14:30:00Z")).toBe("0DTE");
  expect(daysToExpiry("2026-11-20", "2026-11-21T01:00:00Z")).toBe("0DTE");
  expect(daysToExpiry("2026-11-23", "2026-11-20T14:30:00Z")).toBe("3DTE");
  expect(daysToExpiry(null, "2026-11-20T14:30:00Z")).toBe("");
});

test("files tell New York's time with its offset", () => {
  expect(newYorkIso(Date.parse("2026-11-20T18:42:07Z"))).toBe("2026-11-20T13:42:07-05:00");
  expect(newYorkIso(Date.parse("2026-07-20T04:00:00Z"))).toBe("2026-07-20T00:00:00-04:00");
});
