// What the replay's controls ask for, and what they show of it.
import type { Phase, Replay, Value } from "../../model/messages";
import type { Order } from "../../state/steering";

export type Speed = Replay["speed"];

export const speeds: readonly Speed[] = [1, 4, 16, 60, 240, "max"];

/** Those to choose from, among them the one that is. */
export function offeredSpeeds(now: Speed): readonly Speed[] {
  return speeds.includes(now) ? speeds : [now, ...speeds].sort((one, other) => rank(one) - rank(other));
}

/** The next faster or slower one; the same at the ends. */
export function nextSpeed(now: Speed, way: 1 | -1): Speed {
  const all = offeredSpeeds(now);
  return all[Math.min(all.length - 1, Math.max(0, all.indexOf(now) + way))] ?? now;
}

export function speedText(speed: Speed): string {
  return speed === "max" ? "max" : `${String(speed)}×`;
}

function rank(speed: Speed): number {
  return speed === "max" ? Infinity : speed;
}

/** An instant within the replay. */
export function within(replay: Pick<Replay, "from" | "to">, at: number): string {
  const inside = Math.min(Date.parse(replay.to), Math.max(Date.parse(replay.from), at));
  return new Date(inside).toISOString();
}

/** The volume of the day as far as it was ever seen: seeking back forgets nothing. */
export function furthest(seen: readonly Value[], now: readonly Value[]): readonly Value[] {
  const isKnown = now.every((value, place) => place < seen.length && (value ?? 0) <= (seen[place] ?? 0));
  if (isKnown) {
    return seen;
  }
  const length = Math.max(seen.length, now.length);
  return Array.from({ length }, (_, place) => Math.max(seen[place] ?? 0, now[place] ?? 0));
}

export interface Band {
  readonly phase: Phase["phase"];
  /** Where it begins and how wide it is, in parts of the whole. */
  readonly start: number;
  readonly width: number;
}

/** The phases of the session within the replay. */
export function bands(phases: readonly Phase[], replay: Pick<Replay, "from" | "to">): Band[] {
  const from = Date.parse(replay.from);
  const length = Date.parse(replay.to) - from;
  const place = (instant: string) =>
    Math.min(1, Math.max(0, (Date.parse(instant) - from) / length));
  return phases
    .map(({ phase, from: begin, to }) => ({
      phase,
      start: place(begin),
      width: place(to) - place(begin),
    }))
    .filter(({ width }) => width > 0);
}

/** `10:30`, `10:30:05`, `2:30 pm` as the server reads a time of day; null for anything else. */
export function timeOfDay(text: string): string | null {
  const found = /^\s*(\d{1,2})[:.]?([0-5]\d)(?:[:.]?([0-5]\d))?\s*(?:([ap])\.?m\.?)?\s*$/i.exec(text);
  const [, hours = "", minutes = "", seconds, half] = found ?? [];
  const hour = hourOfDay(Number(hours), half?.toLowerCase());
  return found === null || hour === null
    ? null
    : [String(hour).padStart(2, "0"), minutes, ...(seconds === undefined ? [] : [seconds])].join(":");
}

function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) {
    return hour > 23 ? null : hour;
  }
  return hour < 1 || hour > 12 ? null : (hour % 12) + (half === "p" ? 12 : 0);
}

type Course = Pick<Replay, "from" | "to" | "position" | "target">;

/** Where the replay is to be: while it is on its way, where it goes. */
export function aim({ target, position }: Pick<Replay, "target" | "position">): string {
  return target ?? position;
}

/** Goes so many milliseconds on, or back. */
export function jump(replay: Course, by: number): Order {
  return { action: "seek", at: within(replay, Date.parse(aim(replay)) + by) };
}

/** Stands still at the whole second before. */
export function stepBack(replay: Course): readonly Order[] {
  const second = 1_000;
  const at = Math.ceil(Date.parse(aim(replay)) / second) * second - second;
  return [{ action: "pause" }, { action: "seek", at: within(replay, at) }];
}
