// Instants in New York's time or another, each with its zone.
import { unknown } from "./numbers";

/** New York's time, universal time, or that of this machine. */
export type Zone = "et" | "utc" | "local";

const names: Readonly<Record<Zone, string>> = { et: "ET", utc: "UTC", local: "local" };
const clocks = clocksWith({ second: "2-digit" });
const minuteClocks = clocksWith({});

function clocksWith(more: Intl.DateTimeFormatOptions): Record<Zone, Intl.DateTimeFormat> {
  const clock = (zone: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-US", {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      ...more,
      ...zone,
    });
  return {
    et: clock({ timeZone: "America/New_York" }),
    utc: clock({ timeZone: "UTC" }),
    local: clock({}),
  };
}

const day = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
});

/** The time of day, `13:42:07 ET`. */
export function timeIn(instant: string | number | null, zone: Zone = "et"): string {
  return instant === null ? unknown : `${clocks[zone].format(new Date(instant))} ${names[zone]}`;
}

/** The time of day without its zone, `13:42:07`: only beside a {@link zoneName}. */
export function secondIn(instant: string | number, zone: Zone = "et"): string {
  return clocks[zone].format(new Date(instant));
}

/** The minute of the day without its zone, `13:42`: only beside a {@link zoneName}. */
export function minuteIn(instant: string | number, zone: Zone = "et"): string {
  return minuteClocks[zone].format(new Date(instant));
}

/** `ET`, `UTC` or `local`. */
export function zoneName(zone: Zone = "et"): string {
  return names[zone];
}

const dayOfYear = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "short",
});

/** A date without its year, `Fri 20 Nov`. */
export function shortDay(date: string): string {
  return dayOfYear.format(new Date(`${date}T00:00:00Z`));
}

const dayOfMonth = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
});

/** A date without its year and weekday, `20 Nov`. */
export function shortestDay(date: string): string {
  return dayOfMonth.format(new Date(`${date}T00:00:00Z`));
}

/** A date, `Fri, 20 Nov 2026`. */
export function calendarDay(date: string | null): string {
  return date === null ? unknown : day.format(new Date(`${date}T00:00:00Z`));
}

/** How many calendar days lie between two dates, as `0DTE`. */
export function daysToExpiry(expiry: string | null, asOf: string | null): string {
  if (expiry === null || asOf === null) {
    return "";
  }
  const today = newYorkDate(asOf);
  const days = Math.round((Date.parse(expiry) - Date.parse(today)) / 86_400_000);
  return `${String(days)}DTE`;
}

const newYork = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "America/New_York",
  dateStyle: "short",
  timeStyle: "medium",
});
const newYorkOffset = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/New_York",
  timeZoneName: "longOffset",
});

/** An instant in New York's time for files, `2026-11-20T13:42:07-05:00`. */
export function newYorkIso(instant: number): string {
  const offset = /GMT(.*)$/.exec(newYorkOffset.format(instant))?.[1] ?? "";
  return newYork.format(instant).replace(" ", "T") + offset;
}

const newYorkDay = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" });

/** The date in New York, `2026-11-20`. */
export function newYorkDate(instant: string | number): string {
  return newYorkDay.format(new Date(instant));
}
