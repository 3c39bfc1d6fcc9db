import { expect, test } from "vitest";
import type { History } from "../../model/history";
import { noMinutes } from "../../model/samples";
import { premiumSeries } from "./series";

const history: History = {
  ...noMinutes,
  from: "2026-11-20T14:30:00Z",
  call_net_premium: [100, -40, null, 5],
  put_net_premium: [-7, 0, null, 0],
  spot: [6000, 6001, null, 6003],
};

const iso = (at: number | undefined) => new Date(at ?? 0).toISOString();

test("premium adds up through the day", () => {
  const series = premiumSeries({ history, asOf: "2026-11-20T14:34:00Z" });

  expect(series.calls).toEqual([100, 60, null, 65]);
  expect(series.puts).toEqual([-7, -7, null, -7]);
  expect(series.spot).toEqual([6000, 6001, null, 6003]);
});

test("a minute stands at its end, the running one at now", () => {
  const { at } = premiumSeries({ history, asOf: "2026-11-20T14:33:20Z" });

  expect(iso(at[0])).toBe("2026-11-20T14:31:00.000Z");
  expect(iso(at[2])).toBe("2026-11-20T14:33:00.000Z");
  expect(iso(at[3])).toBe("2026-11-20T14:33:20.000Z");
});

test("columns of other lengths leave gaps", () => {
  const { at, puts } = premiumSeries({
    history: { ...history, put_net_premium: [1] },
    asOf: "2026-11-20T14:34:00Z",
  });

  expect(at).toHaveLength(4);
  expect(puts).toEqual([1, null, null, null]);
});

test("a day that has not begun has no minutes", () => {
  expect(premiumSeries({ history: noMinutes, asOf: null })).toEqual({
    at: [],
    spot: [],
    calls: [],
    puts: [],
  });
});
