// Messages for tests, as the server spells them.
import type { History } from "./history";
import { columns, type Frame, type Heartbeat, type Rows, type Snapshot, type Value } from "./messages";

export function rows(id: readonly number[], values: Partial<Record<string, readonly Value[]>>): Rows {
  const absent = id.map(() => null);
  return {
    id,
    ...Object.fromEntries(columns.map((column) => [column, values[column] ?? absent])),
  } as Rows;
}

/** Of a day that has not begun. */
export const noMinutes: History = {
  from: null,
  step_seconds: 60,
  call_volume: [],
  put_volume: [],
  call_premium: [],
  put_premium: [],
  call_net_premium: [],
  put_net_premium: [],
  spot: [],
};

const totals = {
  call_volume: 5,
  put_volume: 0,
  call_premium: 5200,
  put_premium: 0,
  call_net_premium: 3200,
  put_net_premium: 0,
  put_call_ratio: 0,
  call_unclassified: 0,
  put_unclassified: 0,
  watched: 6,
  contracts: 6,
};

const market = {
  date: "2026-11-20",
  phases: [{ phase: "regular", from: "2026-11-20T14:30:00Z", to: "2026-11-20T21:00:00Z" }],
  next: { phase: "overnight", from: "2026-11-23T01:15:00Z" },
  short_day: false,
  expires_at: "2026-11-20T21:00:00Z",
} as const;

/** Of a recorded day. */
const pulse = { age_ms: 12, clock: null, feed: null, recording: null } as const;

/** Calls and puts at 5995, 6000 and 6005; the middle strike is in view and its call has traded. */
export function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    type: "snapshot",
    seq: 7,
    underlying: "SPX",
    underlyings: ["SPX"],
    root: "SPXW",
    expiry: "2026-11-20",
    expiries: ["2026-11-20"],
    mode: "replay",
    greeks_approx: false,
    previous_close: null,
    market,
    as_of: "2026-11-20T14:30:04Z",
    spot: 6001.5,
    spot_source: "published",
    ...pulse,
    totals,
    open: null,
    bars: null,
    tape: { generation: 0, last: 0 },
    history: noMinutes,
    view: [2, 3],
    listed: {
      id: [0, 1, 2, 3, 4, 5],
      ticker: ["C5995", "P5995", "C6000", "P6000", "C6005", "P6005"],
      strike: [5995, 5995, 6000, 6000, 6005, 6005],
      right: ["C", "P", "C", "P", "C", "P"],
    },
    rows: rows([0, 1, 2, 3, 4, 5], {
      volume: [0, 0, 5, 0, 0, 0],
      bought: [0, 0, 4, 0, 0, 0],
      sold: [0, 0, 1, 0, 0, 0],
      net_premium: [0, 0, 3200, 0, 0, 0],
      last_minute_volume: [0, 0, 3, 0, 0, 0],
    }),
    replay: {
      from: "2026-11-20T14:30:00Z",
      to: "2026-11-20T21:00:00Z",
      position: "2026-11-20T14:30:04Z",
      playing: true,
      seeking: false,
      target: null,
      speed: 60,
      loop: false,
      ended: false,
      failure: null,
      live: false,
    },
    ...changes,
  };
}

export function frame(changes: Partial<Frame> = {}): Frame {
  return {
    type: "frame",
    seq: 8,
    as_of: "2026-11-20T14:30:05Z",
    spot: 6002,
    spot_source: "published",
    ...pulse,
    totals: { ...totals, call_volume: 9 },
    open: null,
    bars: null,
    tape: { generation: 0, last: 1 },
    rows: rows([2], { volume: [9], bought: [8], sold: [1], bid: [10], iv: [0.142] }),
    replay: snapshot().replay,
    ...changes,
  };
}

export function heartbeat(changes: Partial<Heartbeat> = {}): Heartbeat {
  return {
    type: "heartbeat",
    seq: 7,
    as_of: "2026-11-20T14:30:04Z",
    ...pulse,
    age_ms: 1234,
    replay: null,
    ...changes,
  };
}
