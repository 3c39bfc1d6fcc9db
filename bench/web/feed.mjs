// Runs in the page before it: a stream and a tape without a server. `prepare(part)` makes a frame in
// which every number of that part of the contracts is another one, `feed()` says it.
export function feed(strikes) {
  const names = [
    ...["volume", "premium", "bought", "sold", "unclassified", "by_tick_rule", "net_delta_flow"],
    ...["net_gamma_flow", "last", "bid", "ask", "iv", "delta", "gamma", "theta", "vega"],
    ...["greeks_age_ms", "net_premium", "bid_size", "ask_size", "open_interest", "outside"],
    ...["without_delta", "last_minute_volume", "vendor_iv", "vendor_delta", "vendor_gamma"],
    ...["vendor_theta", "vendor_vega", "vendor_age_ms"],
  ];
  const minutes = [
    ...["call_volume", "put_volume", "call_premium", "put_premium", "call_net_premium"],
    ...["put_net_premium", "spot"],
  ];
  const ids = Array.from({ length: 2 * strikes }, (_, id) => id);
  const strikeOf = (id) => 6000 + 5 * (id >> 1);
  const rightOf = (id) => (id % 2 === 0 ? "C" : "P");
  const start = Date.parse("2026-11-20T15:00:00Z");
  const prints = Array.from({ length: 1000 }, (_, place) => ({
    ...{ seq: 1000 - place, time: new Date(start - 40 * place).toISOString() },
    ...{ ticker: "O:SPXW261120C06000000", root: "SPXW", strike: 6000 + 5 * (place % strikes) },
    ...{ right: place % 2 === 0 ? "C" : "P", side: place % 3 === 0 ? "buy" : "sell" },
    ...{ by_tick_rule: false, price: 10 + (place % 50) / 10, size: place, premium: 1000 * place },
    ...{ bid: 10, ask: 10.2, iv: 0.142, delta: 0.5, spot: 6000, exchange: "Cboe" },
    ...{ conditions: place % 9 === 0 ? ["Sweep"] : [], bars: false },
  }));
  const fetched = window.fetch;
  window.fetch = (address, ...more) => {
    const url = new URL(address, location.href);
    const isOlder = url.searchParams.has("before") || url.searchParams.has("after");
    return url.pathname === "/api/tape"
      ? Promise.resolve(
          Response.json({
            ...{ underlying: "SPX", expiry: "2026-11-20", as_of: null, generation: 0, filter: "" },
            ...{ last: prints.length, prints: isOlder ? [] : prints },
          }),
        )
      : fetched.call(window, address, ...more);
  };
  let seq = 0;
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const column = (name, of) =>
    of.map((id) => {
      const size = Math.round(seq * 10 + 5000 * random());
      const others = {
        ...{ bid: size / 100, ask: size / 100 + 0.1, premium: 1e4 * size, volume: 100 + size + id },
        ...{ iv: 0.2 + random() / 10, delta: random(), gamma: random() / 100 },
      };
      return others[name] ?? size;
    });
  const state = (of) => ({
    seq,
    as_of: new Date(start + 15_000 * seq).toISOString(),
    spot: 6000 + 2.5 * strikes + 4 * random(),
    spot_source: "published",
    ...{ recording: null, age_ms: 38, clock: new Date(start + 15_000 * seq).toISOString() },
    feed: { state: "streaming", detail: "", holes_open: 0, holes: 0 },
    ...{ open: null, bars: false, tape: { generation: 0, last: prints.length } },
    totals: {
      ...{ call_volume: seq, put_volume: seq, call_premium: seq, put_premium: seq },
      ...{ call_net_premium: seq, put_net_premium: seq, put_call_ratio: 1 },
      ...{ call_unclassified: 0, put_unclassified: 0 },
    },
    rows: { id: of, ...Object.fromEntries(names.map((name) => [name, column(name, of)])) },
    replay: null,
  });
  let socket = null;
  const hear = (data) => socket?.onmessage?.(new MessageEvent("message", { data }));
  const say = (message) => hear(JSON.stringify(message));
  const snapshot = () => ({
    ...state(ids),
    ...{ type: "snapshot", underlying: "SPX", root: "SPXW", expiry: "2026-11-20", mode: "live" },
    ...{ greeks_approx: false, underlyings: ["SPX"], expiries: ["2026-11-20"] },
    ...{ previous_close: null, market: null },
    history: {
      from: "2026-11-20T14:30:00Z",
      step_seconds: 60,
      ...Object.fromEntries(minutes.map((name) => [name, []])),
    },
    view: ids,
    listed: {
      id: ids,
      ticker: ids.map((id) => `O:SPXW261120${rightOf(id)}0${String(1000 * strikeOf(id))}`),
      strike: ids.map(strikeOf),
      right: ids.map(rightOf),
    },
  });
  window.WebSocket = class {
    constructor() {
      socket = this;
      queueMicrotask(() => say(snapshot()));
    }
    send() {
      say(snapshot());
    }
    close() {
      socket = null;
    }
  };
  let next = null;
  window.prepare = (part) => {
    seq += 1;
    next = JSON.stringify({ type: "frame", ...state(ids.filter(() => random() < part)) });
  };
  window.feed = () => {
    hear(next);
  };
}
