// A link to an instant of a replay, and what to do where somebody opens one.
import { newYorkDate } from "../../format/times";
import type { Replay } from "../../model/messages";
import type { Order } from "../../state/steering";
import { aim, type Speed } from "./orders";

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

/** What a link asks of this server, or why it cannot be followed. */
export type Followed =
  | {
      readonly orders: readonly Order[];
      /** The day that has to be shown first; null where it is. */
      readonly day: string | null;
      readonly problem?: undefined;
    }
  | { readonly orders?: undefined; readonly problem: string };

export function follow(
  at: string,
  speed: Speed | undefined,
  replay: Pick<Replay, "from" | "to"> | null,
): Followed {
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) {
    return {
      problem: `The link names the instant '${at}', which is none; expected is such as 2026-11-20T18:42:05Z.`,
    };
  }
  const day = newYorkDate(instant);
  const isShown = replay !== null && newYorkDate(replay.from) === day;
  if (isShown && (instant < Date.parse(replay.from) || instant > Date.parse(replay.to))) {
    return { problem: "The link is to an instant outside the hours that are replayed." };
  }
  const seek = { action: "seek", at: new Date(instant).toISOString() } as const;
  const pace: readonly Order[] =
    speed === undefined || (speed !== "max" && speed <= 0) ? [] : [{ action: "speed", speed }];
  return isShown
    ? { orders: [seek, ...pace], day: null }
    : { orders: [{ ...seek, date: day }, ...pace], day };
}
