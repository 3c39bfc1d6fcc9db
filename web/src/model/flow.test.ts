import { expect, test } from "vitest";
import { apply, type Flow } from "./flow";
import { minuteColumns, type ChangedMinutes } from "./messages";
import { frame, heartbeat, noMinutes, rows, snapshot } from "./samples";

function flowAfter(...messages: Parameters<typeof apply>[1][]): Flow {
  let flow: Flow | null = null;
  for (const message of messages) {
    const next = apply(flow, message);
    if (next === "missed" || next === null) {
      throw new Error("a message was missed");
    }
    flow = next;
  }
  if (flow === null) {
    throw new Error("no message");
  }
  return flow;
}

test("late prints amend what earlier minutes were, and those of the last two do not", () => {
  const begun = snapshot({ history: { ...noMinutes, from: "2026-11-20T14:30:00Z", spot: [1, 2, 3, 4] } });
  const changed = (first: number) => {
    const one = Object.fromEntries(minuteColumns.map((column) => [column, [5]]));
    return frame({ minutes: { ...one, first } as ChangedMinutes });
  };
  expect(flowAfter(begun, changed(2)).amendments).toBe(0);
  expect(flowAfter(begun, changed(1)).amendments).toBe(1);
});

test("a snapshot gives every contract its numbers", () => {
  const flow = flowAfter(snapshot());

  expect(flow.contracts.size).toBe(6);
  expect(flow.contracts.get(2)).toMatchObject({ strike: 6000, right: "C", ticker: "C6000" });
  expect(flow.contracts.get(2)?.values.volume).toBe(5);
  expect(flow.contracts.get(2)?.values.iv).toBeNull();
  expect([...flow.inView]).toEqual([2, 3]);
});

test("a frame changes its rows and leaves the others as they are", () => {
  const before = flowAfter(snapshot());
  const after = apply(before, frame()) as Flow;

  expect(after.contracts.get(2)?.values).toMatchObject({ volume: 9, bid: 10, iv: 0.142 });
  expect(after.contracts.get(3)).toBe(before.contracts.get(3));
  expect(after.totals.call_volume).toBe(9);
  expect(after.spot).toBe(6002);
  expect(after.inView).toBe(before.inView);
  expect(before.contracts.get(2)?.values.volume).toBe(5);
});

test("a frame may list contracts and move the view", () => {
  const flow = flowAfter(
    snapshot(),
    frame({
      listed: { id: [6], ticker: ["C6010"], strike: [6010], right: ["C"] },
      rows: rows([6], { volume: [1] }),
      view: [4, 6],
    }),
  );

  expect(flow.contracts.get(6)).toMatchObject({ strike: 6010, values: { volume: 1 } });
  expect([...flow.inView]).toEqual([4, 6]);
});

test("a hole in the numbers is a missed frame", () => {
  expect(apply(flowAfter(snapshot()), frame({ seq: 9 }))).toBe("missed");
  expect(apply(null, frame())).toBe("missed");
});

test("a heartbeat with a later number tells that a frame was missed", () => {
  expect(apply(flowAfter(snapshot()), heartbeat({ seq: 8 }))).toBe("missed");
});

test("a heartbeat tells the feed's age and nothing else", () => {
  const flow = flowAfter(snapshot(), heartbeat());

  expect(flow.feedAgeMs).toBe(1234);
  expect(flow.contracts.size).toBe(6);
});

test("a frame makes the feed no younger than the server says", () => {
  const feed = { state: "waiting", detail: "a ping was not answered", holes_open: 1, holes: 3 } as const;
  const flow = flowAfter(snapshot(), frame({ age_ms: 4200, clock: "2026-11-20T14:30:09Z", feed }));

  expect(flow).toMatchObject({ feedAgeMs: 4200, clock: "2026-11-20T14:30:09Z", feed });
  expect(flowAfter(snapshot({ age_ms: null })).feedAgeMs).toBeNull();
});

test("a frame that a snapshot already holds changes nothing", () => {
  const flow = flowAfter(snapshot());

  expect(apply(flow, frame({ seq: 7 }))).toBe(flow);
});

test("a snapshot takes the place of everything, whatever its number", () => {
  const flow = flowAfter(snapshot(), frame(), snapshot({ seq: 3, view: [] }));

  expect(flow.seq).toBe(3);
  expect(flow.contracts.get(2)?.values.volume).toBe(5);
  expect(flow.inView.size).toBe(0);
});

test("numbers of a contract that was never listed are an error", () => {
  expect(() => apply(flowAfter(snapshot()), frame({ rows: rows([99], {}) }))).toThrow(
    "contract 99 has numbers but was never listed",
  );
});
