import { expect, test } from "vitest";
import { heatmapCsv, heatmapFile } from "./save";
import type { Heatmap } from "../../model/heatmap";

const heatmap: Heatmap = {
  underlying: "SPX",
  expiry: "2026-11-20",
  asOf: "2026-11-20T14:37:00Z",
  generation: 1,
  measure: "net_premium",
  from: Date.parse("2026-11-20T14:30:00Z"),
  stepSeconds: 300,
  columns: [
    { calls: new Map([[6005, 100], [6000, -50.5]]), puts: new Map([[6000, 0]]) },
    { calls: new Map(), puts: new Map([[5995, 7]]) },
  ],
};

test("the file has a line for each cell that had prints, with both times", () => {
  expect(heatmapCsv(heatmap).split("\r\n")).toEqual([
    "from_utc,from_new_york,seconds,strike,call_net_premium,put_net_premium",
    "2026-11-20T14:30:00.000Z,2026-11-20T09:30:00-05:00,300,6000,-50.5,0",
    "2026-11-20T14:30:00.000Z,2026-11-20T09:30:00-05:00,300,6005,100,",
    "2026-11-20T14:35:00.000Z,2026-11-20T09:35:00-05:00,300,5995,,7",
    "",
  ]);
});

test("the file's name says what is in it", () => {
  expect(heatmapFile(heatmap)).toBe("SPX-2026-11-20-heatmap-net-premium-5min");
});
