import { expect, test } from "vitest";
import { snapshot } from "../../model/samples";
import { follow, linkTo } from "./link";

const { replay } = snapshot();

test("a link keeps what is shown, and adds the second and the pace", () => {
  const here = { position: "2026-11-20T18:42:05.123Z", target: null, speed: 4 } as const;
  expect(linkTo("http://a/?underlying=SPY&strike=SPY+600", "SPY", here)).toBe(
    "http://a/?underlying=SPY&strike=SPY+600&replay=2026-11-20T18%3A42%3A05Z&speed=4",
  );
  expect(linkTo("http://a/?speed=4", "SPX", { ...here, speed: "max" })).toContain("speed=max");
});

test("a link names the underlying, though the page's address need not", () => {
  const here = { position: "2026-11-20T18:42:05Z", target: null, speed: 1 } as const;

  expect(linkTo("http://a/", "SPX", here)).toContain("underlying=SPX");
});

test("a link leads to where the replay goes, not to how far it has come", () => {
  const here = { position: "2026-11-20T14:31:00Z", target: "2026-11-20T18:42:05Z", speed: 1 } as const;

  expect(linkTo("http://a/", "SPX", here)).toContain("replay=2026-11-20T18%3A42%3A05Z");
});

test("a link is followed by a jump and its pace", () => {
  expect(follow("2026-11-20T18:42:05Z", 4, replay).orders).toEqual([
    { action: "seek", at: "2026-11-20T18:42:05.000Z" },
    { action: "speed", speed: 4 },
  ]);
  expect(follow("2026-11-20T18:42:05Z", "max", replay).orders?.[1]).toEqual({
    action: "speed",
    speed: "max",
  });
  expect(follow("2026-11-20T18:42:05Z", 0, replay).orders).toHaveLength(1);
  expect(follow("2026-11-20T18:42:05Z", undefined, replay).orders).toHaveLength(1);
});

test("a link to another day names it", () => {
  const seek = { action: "seek", at: "2021-01-04T15:30:00.000Z", date: "2021-01-04" };
  const speed = { action: "speed", speed: 4 };

  expect(follow("2021-01-04T15:30:00Z", 4, replay)).toEqual({ orders: [seek, speed], day: "2021-01-04" });
  expect(follow("2021-01-04T15:30:00Z", 4, null).orders).toEqual([seek, speed]);
  expect(follow("2026-11-20T18:42:05Z", 4, replay)).toMatchObject({ day: null });
});

test("a link to no instant, or outside the hours, says so", () => {
  expect(follow("yesterday", 4, replay).problem).toContain("'yesterday'");
  expect(follow("2026-11-20T10:00:00Z", 4, replay).problem).toContain("outside the hours");
});
