// A link to an instant of a replay, and what to do where somebody opens one.
import { calendarDay, newYorkDate } from "../../format/times";
import type { Replay } from "../../model/messages";
import { aim, type Order, type Speed } from "./orders";

/** The page's address with what is shown, the instant, to the second, and the pace. */
export function linkTo(
  address: string,
  underlying: string,
  replay: Pick<Replay, "position" | "target" | "speed">,
): string {
  const url = new URL(address);
  url.searchParams.set("underlying", underlying);
  url.searchParams.set("replay", `${aim(replay).slice(0, 19)}Z`);
  url.searchParams.set("speed", String(replay.speed));
  return url.href;
}

/** What a link asks of this server's replay, or why it cannot be followed. */
export type Followed =
  | { readonly orders: readonly Order[]; readonly problem?: undefined }
  | { readonly orders?: undefined; readonly problem: string };

export function follow(
  at: string,
  speed: Speed | undefined,
  replay: Replay | null,
  underlying: string,
): Followed {
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) {
    return {
      problem: `The link names the instant '${at}', which is none; expected is such as 2026-11-20T18:42:05Z.`,
    };
  }
  const day = newYorkDate(instant);
  const command = `./spyglass serve --replay ${day} --underlying ${underlying}`;
  if (replay === null) {
    return {
      problem: `The link is to ${calendarDay(day)}, and this server shows the live market. For that day type: ${command}`,
    };
  }
  if (instant < Date.parse(replay.from) || instant > Date.parse(replay.to)) {
    const shown = newYorkDate(Date.parse(replay.from));
    return {
      problem:
        shown === day
          ? "The link is to an instant outside the hours that are replayed."
          : `The link is to ${calendarDay(day)}, and this server replays ${calendarDay(shown)}. For that day type: ${command}`,
    };
  }
  const pace: readonly Order[] =
    speed === undefined || (speed !== "max" && speed <= 0) ? [] : [{ action: "speed", speed }];
  return { orders: [{ action: "seek", at: new Date(instant).toISOString() }, ...pace] };
}
