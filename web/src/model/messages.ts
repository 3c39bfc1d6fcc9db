// What /ws/stream sends: see the server's package description for the meaning of each field.

export type Mode = "live" | "delayed" | "replay" | "demo";

/** A number, or null for what is not known. */
export type Value = number | null;

export const columns = [
  "volume",
  "premium",
  "bought",
  "sold",
  "unclassified",
  "by_tick_rule",
  "net_delta_flow",
  "net_gamma_flow",
  "last",
  "bid",
  "ask",
  "iv",
  "delta",
  "gamma",
  "theta",
  "vega",
  "greeks_age_ms",
  "net_premium",
  "bid_size",
  "ask_size",
  "open_interest",
  "outside",
  "without_delta",
] as const;

export type Column = (typeof columns)[number];

export type Totals = Readonly<
  Record<
    | "call_volume"
    | "put_volume"
    | "call_premium"
    | "put_premium"
    | "call_net_premium"
    | "put_net_premium"
    | "put_call_ratio"
    | "call_unclassified"
    | "put_unclassified",
    Value
  >
>;

/** A part of the trading day; between the parts the market is closed. */
export interface Phase {
  readonly phase: "overnight" | "pre_open" | "regular" | "late" | "curb";
  readonly from: string;
  readonly to: string;
}

/** The hours of the day that is shown, from the server's calendar. */
export interface Market {
  readonly date: string;
  readonly phases: readonly Phase[];
  /** What begins first on the next trade date. */
  readonly next: { readonly phase: Phase["phase"]; readonly from: string } | null;
  readonly short_day: boolean;
  /** When the shown series stops trading. */
  readonly expires_at: string | null;
}

/** How far the tape of the expiry has come. */
export interface TapeEnd {
  /** Another one says that the tape began again. */
  readonly generation: number;
  readonly last: number;
}

export const minuteColumns = [
  "call_volume",
  "put_volume",
  "call_premium",
  "put_premium",
  "call_net_premium",
  "put_net_premium",
  "spot",
] as const;

export type MinuteColumn = (typeof minuteColumns)[number];

/** Numbers by the minute, the first of them at `from`. */
export type Minutes = { readonly from: string; readonly step_seconds: number } & Readonly<
  Partial<Record<MinuteColumn, readonly Value[]>>
>;

/** Those minutes whose numbers changed, beginning with the one of that index. */
export type ChangedMinutes = { readonly first: number } & Readonly<
  Partial<Record<MinuteColumn, readonly Value[]>>
>;

export interface Replay {
  /** Whether there is a live market to return to. */
  readonly live?: boolean;
  readonly from: string;
  readonly to: string;
  readonly position: string;
  readonly playing: boolean;
  readonly seeking: boolean;
  readonly speed: number | "max";
  readonly loop: boolean;
  readonly ended: boolean;
  readonly failure: string | null;
}

/** Contracts that became known, each with the number that rows refer to. */
export interface Listed {
  readonly id: readonly number[];
  readonly ticker: readonly string[];
  readonly strike: readonly number[];
  readonly right: readonly ("C" | "P")[];
}

/** Numbers by column: place i of each belongs to contract id[i]. */
export type Rows = { readonly id: readonly number[] } & Readonly<Record<Column, readonly Value[]>>;

interface Head {
  readonly seq: number;
  readonly as_of: string | null;
  readonly spot: Value;
  readonly spot_source: "published" | "parity" | null;
  readonly recording: boolean | null;
  readonly totals: Totals;
  readonly rows: Rows;
  readonly replay: Replay | null;
  readonly tape?: TapeEnd;
  readonly open?: Value;
  readonly bars?: boolean | null;
}

export interface Snapshot extends Head {
  readonly type: "snapshot";
  readonly underlying: string;
  readonly root: string | null;
  readonly expiry: string | null;
  readonly mode: Mode;
  readonly greeks_approx: boolean;
  readonly view: readonly number[];
  readonly listed: Listed;
  readonly underlyings?: readonly string[];
  readonly expiries?: readonly string[];
  readonly market?: Market | null;
  readonly previous_close?: Value;
  readonly history?: Minutes;
}

export interface Frame extends Head {
  readonly type: "frame";
  readonly view?: readonly number[];
  readonly listed?: Listed;
  readonly expiries?: readonly string[];
  readonly minutes?: ChangedMinutes;
}

export interface Heartbeat {
  readonly type: "heartbeat";
  readonly seq: number;
  readonly as_of: string | null;
  readonly age_ms: number | null;
  readonly recording: boolean | null;
  readonly replay: Replay | null;
}

export type Message = Snapshot | Frame | Heartbeat;
