// Instants in New York's time, each with its zone.
import { unknown } from "./numbers";

const clock = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/New_York",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

const day = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
});

/** The time of day in New York, `13:42:07 ET`. */
export function easternTime(instant: string | number | null): string {
  return instant === null ? unknown : `${clock.format(new Date(instant))} ET`;
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
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(
    new Date(asOf),
  );
  const days = Math.round((Date.parse(expiry) - Date.parse(today)) / 86_400_000);
  return `${String(days)}DTE`;
}
