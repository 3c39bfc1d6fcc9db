import { expect, test } from "vitest";
import { apply, type Flow } from "./flow";
import { rows, snapshot } from "./samples";
import { atTheMoney, both, change, unclassifiedShare, withoutDeltaShare } from "./summary";

function flowOf(changes: Parameters<typeof snapshot>[0]): Flow {
  return apply(null, snapshot(changes)) as Flow;
}

const quoted = flowOf({
  view: [0, 1, 2, 3],
  rows: rows([0, 1, 2, 3], {
    volume: [10, 0, 20, 10],
    without_delta: [10, 0, 0, null],
    bid: [8, 2, 5.0, 4.0],
    ask: [9, 3, 5.4, 4.2],
    iv: [0.15, 0.16, 0.14, 0.142],
  }),
});

test("at the money is the strike in view nearest to the spot", () => {
  const { strike, iv, move } = atTheMoney(quoted) ?? {};

  expect(strike).toBe(6000);
  expect(iv).toBeCloseTo(0.141, 12);
  expect(move).toBeCloseTo(9.26, 2);
  expect(atTheMoney({ ...quoted, spot: 5990 })?.strike).toBe(5995);
});

test("an expiry that is over implies no move", () => {
  const market = { ...snapshot().market, expires_at: "2026-11-20T21:00:00Z" };

  expect(atTheMoney({ ...quoted, market, asOf: "2026-11-20T20:59:59Z" })?.move).not.toBeNull();
  expect(atTheMoney({ ...quoted, market, asOf: "2026-11-20T21:00:00Z" })?.move).toBeNull();
});

test("of two strikes as near the lower one counts", () => {
  expect(atTheMoney({ ...quoted, spot: 5997.5 })?.strike).toBe(5995);
});

test("what has no quote has no straddle, and what has no spot is nowhere", () => {
  const unquoted = flowOf({ view: [2, 3], rows: rows([2, 3], { bid: [5, null], ask: [6, 7], iv: [0.2, null] }) });

  expect(atTheMoney(unquoted)).toEqual({ strike: 6000, iv: 0.2, move: null });
  expect(atTheMoney({ ...quoted, spot: null })).toBeNull();
  expect(atTheMoney({ ...quoted, inView: new Set([2]) })).toBeNull();
});

test("shares are of all that traded", () => {
  const totals = { ...snapshot().totals, call_volume: 30, put_volume: 10, call_unclassified: 8 };

  expect(unclassifiedShare(totals)).toBe(0.2);
  expect(unclassifiedShare({ ...totals, call_volume: 0, put_volume: 0 })).toBeNull();
  expect(unclassifiedShare({ ...totals, put_unclassified: null })).toBeNull();
  expect(withoutDeltaShare(quoted)).toBe(0.25);
  expect(both(1, null)).toBeNull();
});

test("the change is against the close before, or else since the open", () => {
  expect(change({ spot: 6042, previousClose: 6000, open: 6010 })).toEqual({
    points: 42,
    share: expect.closeTo(0.007, 12) as number,
    since: "close",
  });
  expect(change({ spot: 6000, previousClose: null, open: 6010 })).toMatchObject({
    points: -10,
    since: "open",
  });
  expect(change({ spot: 6000, previousClose: null, open: null })).toBeNull();
});
