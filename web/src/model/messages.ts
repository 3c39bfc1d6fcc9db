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

export interface Replay {
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
}

export interface Frame extends Head {
  readonly type: "frame";
  readonly view?: readonly number[];
  readonly listed?: Listed;
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
