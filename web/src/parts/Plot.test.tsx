import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { price } from "../format/numbers";
import { Plot } from "./Plot";

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
