import { expect, test } from "vitest";
import { apply, type Flow } from "../../model/flow";
import { noMinutes, snapshot } from "../../model/samples";
import { tiles } from "./tiles";

const flow = apply(
  null,
  snapshot({
    history: {
      ...noMinutes,
      from: "2026-11-20T14:30:00Z",
      call_volume: [0, 2, 3],
      put_volume: [1, 0, null],
      call_net_premium: [100, null, -300],
    },
  }),
) as Flow;

const tile = (name: string) => tiles(flow).find((each) => each.name === name);

test("nets run up over the day, volume is by the minute", () => {
  expect(tile("Net call premium")?.course).toEqual([100, 100, -200]);
  expect(tile("Volume")?.course).toEqual([1, 2, null]);
});

test("the ratio is of what traded until then, and unknown before any call", () => {
  expect(tile("Put/call")?.course).toEqual([null, 0.5, 0.2]);
});

test("of how many contracts the totals are is said where they are not of all", () => {
  expect(tile("Totals of")).toBeUndefined();

  const [first] = tiles({ ...flow, totals: { ...flow.totals, watched: 38, contracts: 412 } });
  expect(first?.name).toBe("Totals of");
  expect(first?.value).toBe("38 of 412");
});

test("what is unknown is a dash", () => {
  expect(tile("ATM IV")?.value).toBe("–");
  expect(tile("Expected move")?.value).toBe("–");
});

test("without a spot nothing is at the money, and has no tile", () => {
  const names = tiles({ ...flow, spot: null }).map(({ name }) => name);

  expect(names).toContain("Volume");
  expect(names).not.toContain("ATM IV");
});
