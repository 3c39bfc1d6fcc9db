import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { frame, heartbeat, snapshot } from "../../model/samples";
import { Connection, pauseBefore, type Why } from "./connection";
import { Wire } from "./testWire";

let wires: Wire[];
let connection: Connection;
let words: Why;
let leave: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  wires = [];
  words = { refusal: null, reason: null };
  connection = new Connection("ws://test/ws/stream", () => Promise.resolve(words), () => {
    const wire = new Wire();
    wires.push(wire);
    return wire.asSocket();
  });
  leave = connection.subscribe(() => undefined);
});

afterEach(() => {
  leave();
  vi.useRealTimers();
});

function wire(place: number): Wire {
  const found = wires[place];
  if (found === undefined) {
    throw new Error(`there is no connection ${String(place)}`);
  }
  return found;
}

test("a snapshot and its frames make the flow", () => {
  wire(0).say(snapshot());
  wire(0).say(frame());

  expect(connection.current().flow?.seq).toBe(8);
  expect(connection.current().link.state).toBe("open");
  expect(wire(0).sent).toEqual([]);
});

test("a missed frame asks for a snapshot, once", () => {
  wire(0).say(snapshot());
  wire(0).say(frame({ seq: 10 }));
  wire(0).say(frame({ seq: 11 }));

  expect(wire(0).sent).toEqual(['{"type":"snapshot"}']);
  expect(connection.current().flow?.seq).toBe(7);

  wire(0).say(snapshot({ seq: 11 }));
  wire(0).say(frame({ seq: 13 }));
  expect(wire(0).sent).toHaveLength(2);
});

test("a lost connection is tried again and keeps what was shown", () => {
  wire(0).say(snapshot());
  wire(0).breakOff();

  expect(connection.current().link).toMatchObject({ state: "reconnecting", attempts: 1 });
  expect(connection.current().flow?.seq).toBe(7);

  vi.advanceTimersByTime(500);
  expect(wires).toHaveLength(2);
  wire(1).say(snapshot({ seq: 2 }));
  expect(connection.current().link).toMatchObject({ state: "open", attempts: 0 });
  expect(connection.current().flow?.seq).toBe(2);
});

test("a connection that stays lost is offline once its pauses are the longest", () => {
  wire(0).say(snapshot());
  for (let attempt = 0; attempt < 5; attempt++) {
    wire(attempt).breakOff();
    expect(connection.current().link.state).toBe("reconnecting");
    vi.advanceTimersToNextTimer();
  }
  wire(5).breakOff();
  expect(connection.current().link).toMatchObject({ state: "offline", attempts: 6 });

  vi.advanceTimersToNextTimer();
  expect(connection.current().link.state).toBe("offline");
  wire(6).say(snapshot());
  expect(connection.current().link).toMatchObject({ state: "open", reconnects: 1 });
});

test("gaps are counted, however many frames are missing", () => {
  wire(0).say(snapshot());
  wire(0).say(frame({ seq: 10 }));
  wire(0).say(frame({ seq: 11 }));
  wire(0).say(snapshot({ seq: 11 }));
  wire(0).say(frame({ seq: 13 }));

  expect(connection.current().link.gaps).toBe(2);
});

test("a hidden page asks for less, and again after a reconnection", () => {
  wire(0).say(snapshot());
  connection.pace(2_000);
  expect(wire(0).sent).toEqual(['{"type":"pace","ms":2000}']);

  wire(0).breakOff();
  vi.advanceTimersByTime(500);
  expect(wire(1).sent).toEqual([]);
  wire(1).say(snapshot());
  expect(wire(1).sent).toEqual(['{"type":"pace","ms":2000}']);

  connection.pace(250);
  expect(wire(1).sent).toHaveLength(2);
});

test("a connection that is refused says why", async () => {
  words = { refusal: "No underlying 'NDX' is served; served are SPX", reason: null };
  wire(0).breakOff();
  await vi.advanceTimersByTimeAsync(0);
  expect(connection.current().link.refusal).toBe(words.refusal);

  await vi.advanceTimersByTimeAsync(500);
  wire(1).say(snapshot());
  expect(connection.current().link.refusal).toBeNull();
});

test("a server that closes the connection says why, until it lets the page in", async () => {
  wire(0).breakOff("All 256 places are taken");
  expect(connection.current().link).toMatchObject({
    ...{ state: "reconnecting", reason: "All 256 places are taken", refusal: null },
  });

  await vi.advanceTimersByTimeAsync(500);
  wire(1).say(snapshot());
  expect(connection.current().link.reason).toBeNull();
});

test("a late answer to why changes nothing on a connection that is there", async () => {
  words = { refusal: null, reason: "Pages of http://other may not use this server" };
  wire(0).breakOff();
  await vi.advanceTimersByTimeAsync(0);
  expect(connection.current().link.reason).toBe(words.reason);

  wire(0).breakOff();
  await vi.advanceTimersByTimeAsync(500);
  wire(1).say(snapshot());
  await vi.advanceTimersByTimeAsync(0);
  expect(connection.current().link.reason).toBeNull();
});

test("a silent line is given up", () => {
  wire(0).say(snapshot());
  vi.advanceTimersByTime(4_000);
  wire(0).say(heartbeat());
  vi.advanceTimersByTime(4_000);
  expect(wire(0).isClosed).toBe(false);

  vi.advanceTimersByTime(1_000);
  expect(wire(0).isClosed).toBe(true);
  expect(connection.current().link.state).toBe("reconnecting");
});

test("pauses double up to fifteen seconds and are random by half", () => {
  expect(pauseBefore(0, 1)).toBe(500);
  expect(pauseBefore(1, 1)).toBe(1_000);
  expect(pauseBefore(1, 0)).toBe(500);
  expect(pauseBefore(20, 1)).toBe(15_000);
});

test("a page that leaves hangs up and does not come back", () => {
  leave();
  vi.advanceTimersByTime(60_000);

  expect(wire(0).isClosed).toBe(true);
  expect(wires).toHaveLength(1);
});
