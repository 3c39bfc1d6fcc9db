import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { price } from "../format/numbers";
import { Plot, plotCsv } from "./Plot";

afterEach(cleanup);

const at = ["2026-11-20T14:30:00Z", "2026-11-20T14:31:00Z"].map((time) => Date.parse(time));

function show(zone?: "utc") {
  render(
    <Plot
      title="Price of a contract"
      at={at}
      zone={zone}
      series={[
        { label: "last", tone: "call", values: [4.2, 4.35] },
        { label: "bid", tone: "mid", values: [4.1, null] },
      ]}
      axes={[{ id: "price", format: price }]}
    />,
  );
}

test("the legend reads the last instant where nothing is pointed at", () => {
  show();

  const values = screen.getAllByRole("definition").map((each) => each.textContent);
  expect(values).toEqual(["09:31", "4.35", "–"]);
});

test("a table says the same numbers, in the zone that is asked for", () => {
  show("utc");
  fireEvent.click(screen.getByRole("button", { name: "View as table" }));

  const rows = screen.getAllByRole("row").map((row) => row.textContent);
  expect(rows).toEqual(["Time (UTC)lastbid", "14:304.204.10", "14:314.35–"]);
  expect(screen.queryByRole("img")).toBeNull();
});

test("a plot's file has both times and a column a series, and gaps are empty", () => {
  const at = [Date.parse("2026-11-20T14:31:00Z"), Date.parse("2026-11-20T14:32:00Z")];
  const series = [
    { label: "SPX", tone: "spot", values: [6000.5, null] },
    { label: "Net call premium", tone: "call", values: [0, -2500] },
  ] as const;

  expect(plotCsv({ at, series }).split("\r\n")).toEqual([
    "time_utc,time_new_york,spx,net_call_premium",
    "2026-11-20T14:31:00.000Z,2026-11-20T09:31:00-05:00,6000.5,0",
    "2026-11-20T14:32:00.000Z,2026-11-20T09:32:00-05:00,,-2500",
    "",
  ]);
});
