import { expect, test } from "vitest";
import { apply, type Flow } from "../../model/flow";
import { columns as all } from "../../model/messages";
import { rungs } from "../../model/rungs";
import { snapshot } from "../../model/samples";
import { sidesOf } from "./columns";
import { ladderCsv } from "./table";

test("a file has the last minute and the net premium of each side", () => {
  const flow = apply(null, snapshot()) as Flow;
  const inFile = sidesOf("flow", true, new Set(all)).calls;
  const rows = rungs(flow.instruments, flow.root);
  const [header = [], ...lines] = ladderCsv({ flow, rows, inFile })
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  const traded = lines.find((line) => line[header.indexOf("strike")] === "6000") ?? [];
  const value = (name: string) => traded[header.indexOf(name)];

  expect(lines).toHaveLength(3);
  expect(value("as_of_new_york")).toBe("2026-11-20T09:30:04-05:00");
  expect(value("call_net_premium")).toBe("3200");
  expect(value("call_last_minute_volume")).toBe("3");
  expect(value("put_last_minute_volume")).toBe("0");
});
