// What the page knows of the flow: a snapshot with the frames since applied to it.
import {
  columns,
  type ChangedMinutes,
  type Column,
  type FeedSummary,
  type Frame,
  type Listed,
  type Market,
  type Message,
  type Mode,
  type Replay,
  type Rows,
  type Snapshot,
  type SpotSource,
  type TapeEnd,
  type Totals,
  type Value,
} from "./messages";
import { withMinutes, type History } from "./history";

/** What a contract is, which never changes. */
export interface Instrument {
  readonly id: number;
  readonly ticker: string;
  readonly strike: number;
  readonly right: "C" | "P";
}

export interface Contract extends Instrument {
  readonly values: Readonly<Partial<Record<Column, Value>>>;
}

export interface Flow {
  readonly seq: number;
  readonly underlying: string;
  readonly root: string | null;
  readonly expiry: string | null;
  readonly mode: Mode;
  readonly greeksApprox: boolean;
  readonly asOf: string | null;
  readonly spot: Value;
  readonly spotSource: SpotSource;
  readonly recording: boolean | null;
  readonly totals: Totals;
  readonly contracts: ReadonlyMap<number, Contract>;
  /** Those contracts without their numbers: the same list until another one is listed. */
  readonly instruments: readonly Instrument[];
  readonly inView: ReadonlySet<number>;
  readonly replay: Replay | null;
  /** What else the server shows: the first of each where nothing else is asked for. */
  readonly underlyings: readonly string[];
  readonly expiries: readonly string[];
  readonly market: Market | null;
  readonly previousClose: Value;
  readonly open: Value;
  /** Whether prints are bars of a minute; null before the first. */
  readonly bars: boolean | null;
  readonly tape: TapeEnd;
  readonly history: History;
  /** How often prints came late, as those do that were missed: earlier minutes are others since. */
  readonly amendments: number;
  /** How old what is shown was when the last message came; null for unknown. */
  readonly feedAgeMs: number | null;
  /** What time it was at the market then; null where no live market is shown. */
  readonly clock: string | null;
  /** How its feeds were doing; null where no live market is shown. */
  readonly feed: FeedSummary | null;
}

/** The flow after a message, or "missed" where frames before it did not arrive. */
export function apply(flow: Flow | null, message: Message): Flow | null | "missed" {
  switch (message.type) {
    case "snapshot":
      return fromSnapshot(message);
    case "frame":
      if (flow === null || message.seq > flow.seq + 1) {
        return "missed";
      }
      return message.seq <= flow.seq ? flow : withFrame(flow, message);
    case "heartbeat":
      if (flow === null || message.seq > flow.seq) {
        return "missed";
      }
      return { ...flow, ...withPulse(message) };
  }
}

function fromSnapshot(message: Snapshot): Flow {
  const listed = withListed(new Map(), message.listed);
  return {
    seq: message.seq,
    underlying: message.underlying,
    root: message.root,
    expiry: message.expiry,
    mode: message.mode,
    greeksApprox: message.greeks_approx,
    ...withPulse(message),
    spot: message.spot,
    spotSource: message.spot_source,
    totals: message.totals,
    contracts: withRows(new Map(listed), message.rows),
    instruments: [...listed.values()],
    inView: new Set(message.view),
    underlyings: message.underlyings,
    expiries: message.expiries,
    market: message.market,
    previousClose: message.previous_close,
    open: message.open,
    bars: message.bars,
    tape: message.tape,
    history: message.history,
    amendments: 0,
  };
}

function withFrame(flow: Flow, message: Frame): Flow {
  const known =
    message.listed === undefined
      ? flow.contracts
      : withListed(new Map(flow.contracts), message.listed);
  return {
    ...flow,
    seq: message.seq,
    ...withPulse(message),
    spot: message.spot,
    spotSource: message.spot_source,
    totals: message.totals,
    contracts: message.rows.id.length === 0 ? known : withRows(new Map(known), message.rows),
    instruments: message.listed === undefined ? flow.instruments : [...known.values()],
    inView: message.view === undefined ? flow.inView : new Set(message.view),
    expiries: message.expiries ?? flow.expiries,
    open: message.open,
    bars: message.bars,
    tape: message.tape,
    history:
      message.minutes === undefined ? flow.history : withMinutes(flow.history, message.minutes),
    amendments: flow.amendments + (isAmended(flow.history, message.minutes) ? 1 : 0),
  };
}

/** Whether minutes changed that were over: the last one is going on, and a bar ends the one before. */
function isAmended({ spot }: History, changed: ChangedMinutes | undefined): boolean {
  return changed !== undefined && changed.first < spot.length - 2;
}

/** What every message says. */
function withPulse(message: Message) {
  return {
    asOf: message.as_of,
    recording: message.recording,
    replay: message.replay,
    feedAgeMs: message.age_ms,
    clock: message.clock,
    feed: message.feed,
  };
}

function withListed(contracts: Map<number, Contract>, listed: Listed): Map<number, Contract> {
  listed.id.forEach((id, place) => {
    const ticker = listed.ticker[place];
    const strike = listed.strike[place];
    const right = listed.right[place];
    if (ticker === undefined || strike === undefined || right === undefined) {
      throw new Error(`contract ${String(id)} is listed without ticker, strike or right`);
    }
    contracts.set(id, { id, ticker, strike, right, values: contracts.get(id)?.values ?? {} });
  });
  return contracts;
}

function withRows(contracts: Map<number, Contract>, rows: Rows): Map<number, Contract> {
  rows.id.forEach((id, place) => {
    const contract = contracts.get(id);
    if (contract === undefined) {
      throw new Error(`contract ${String(id)} has numbers but was never listed`);
    }
    const values: Partial<Record<Column, Value>> = {};
    for (const column of columns) {
      values[column] = rows[column][place] ?? null;
    }
    contracts.set(id, { ...contract, values });
  });
  return contracts;
}
