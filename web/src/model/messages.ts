// What /ws/stream sends, in the types that `npm run api` makes of the server's openapi.json, which
// says what each field means.
import type { components } from "./api";

type Schemas = components["schemas"];

/** A number, or null for what is not known. */
export type Value = number | null;

export type Mode = Schemas["Mode"];
export type SpotSource = Schemas["SpotSource"];
export type Totals = Schemas["Totals"];
export type Phase = Schemas["Phase"];
export type Market = Schemas["Market"];
export type Replay = Schemas["Replay"];

/** How the live market's feeds are doing, and what the day lacks. */
export type FeedSummary = NonNullable<Schemas["FeedSummary"]>;

/** What the live side tells of itself, and of each of its feeds. */
export type Feeds = Schemas["Feeds"];
export type FeedState = Schemas["FeedState"];
export type Hole = Schemas["Hole"];

/** A day that can be replayed. */
export type RecordedDay = Schemas["RecordedDay"];

/** How far the tape of the expiry has come; another generation says that it began again. */
export type TapeEnd = Schemas["Tape"];

/** Numbers by the minute, the first of them at `from`. */
export type Minutes = Schemas["History"];

/** Those minutes whose numbers changed, beginning with the one of that index. */
export type ChangedMinutes = Schemas["StreamMinutes"];

/** Contracts that became known, each with the number that rows refer to. */
export type Listed = Schemas["StreamListed"];

/** Numbers by column: place i of each belongs to contract id[i]. */
export type Rows = Schemas["StreamRows"];

export type Snapshot = Schemas["Snapshot"];
export type Frame = Schemas["Frame"];
export type Heartbeat = Schemas["Heartbeat"];
export type Message = Schemas["StreamMessage"];

export type Column = Exclude<keyof Rows, "id">;
export type MinuteColumn = Exclude<keyof ChangedMinutes, "first">;

/** The columns of rows; the type checker holds that none is missing. */
export const columns = names<Column>({
  volume: true,
  premium: true,
  bought: true,
  sold: true,
  unclassified: true,
  by_tick_rule: true,
  net_delta_flow: true,
  net_gamma_flow: true,
  last: true,
  bid: true,
  ask: true,
  iv: true,
  delta: true,
  gamma: true,
  theta: true,
  vega: true,
  greeks_age_ms: true,
  net_premium: true,
  bid_size: true,
  ask_size: true,
  open_interest: true,
  outside: true,
  without_delta: true,
  last_minute_volume: true,
  vendor_iv: true,
  vendor_delta: true,
  vendor_gamma: true,
  vendor_theta: true,
  vendor_vega: true,
  vendor_age_ms: true,
});

/** The columns of minutes. */
export const minuteColumns = names<MinuteColumn>({
  call_volume: true,
  put_volume: true,
  call_premium: true,
  put_premium: true,
  call_net_premium: true,
  put_net_premium: true,
  spot: true,
});

function names<Name extends string>(all: Readonly<Record<Name, true>>): readonly Name[] {
  return Object.keys(all) as Name[];
}
