import { expect, test } from "vitest";
import { snapshot } from "../../model/samples";
import { bands, furthest, jump, nextSpeed, offeredSpeeds, stepBack, timeOfDay, within } from "./orders";

const day = { from: "2026-11-20T14:30:00Z", to: "2026-11-20T21:15:00Z" };

test("speeds go up and down, and stay at the ends", () => {
  expect(nextSpeed(1, 1)).toBe(4);
  expect(nextSpeed(240, 1)).toBe("max");
  expect(nextSpeed("max", 1)).toBe("max");
  expect(nextSpeed(1, -1)).toBe(1);
});

test("a speed that nobody offers stands at its place", () => {
  expect(offeredSpeeds(30)).toEqual([1, 4, 16, 30, 60, 240, "max"]);
  expect(nextSpeed(30, -1)).toBe(16);
});

test("a step stays within the day", () => {
  expect(within(day, Date.parse("2026-11-20T14:29:59Z"))).toBe("2026-11-20T14:30:00.000Z");
  expect(within(day, Date.parse("2026-11-20T22:00:00Z"))).toBe("2026-11-20T21:15:00.000Z");
  expect(within(snapshot().replay ?? day, Date.parse("2026-11-20T15:00:00Z"))).toBe(
    "2026-11-20T15:00:00.000Z",
  );
});

test("steps and jumps count from where the replay goes, not from how far it has come", () => {
  const going = {
    ...day,
    position: "2026-11-20T14:31:00Z",
    target: "2026-11-20T18:00:00Z",
  };
  const still = { ...going, position: "2026-11-20T18:00:00.5Z", target: null };

  expect(jump(going, 60_000)).toEqual({ action: "seek", at: "2026-11-20T18:01:00.000Z" });
  expect(stepBack(going)[1]).toEqual({ action: "seek", at: "2026-11-20T17:59:59.000Z" });
  expect(stepBack(still)[1]).toEqual({ action: "seek", at: "2026-11-20T18:00:00.000Z" });
});

test("seeking back forgets no volume, playing on adds it", () => {
  const seen = furthest([], [5, 7, null]);
  expect(seen).toEqual([5, 7, 0]);
  expect(furthest(seen, [5, 3])).toBe(seen);
  expect(furthest(seen, [5, 7, 2, 1])).toEqual([5, 7, 2, 1]);
});

test("phases lie where they are in the day, cut at its ends", () => {
  const phases = [
    { phase: "pre_open", from: "2026-11-20T14:15:00Z", to: "2026-11-20T14:30:00Z" },
    { phase: "regular", from: "2026-11-20T14:30:00Z", to: "2026-11-20T21:00:00Z" },
    { phase: "late", from: "2026-11-20T21:00:00Z", to: "2026-11-20T21:30:00Z" },
  ] as const;
  const [regular, late] = bands(phases, day);

  expect(bands(phases, day)).toHaveLength(2);
  expect(regular).toMatchObject({ phase: "regular", start: 0 });
  expect(regular?.width).toBeCloseTo(390 / 405, 12);
  expect((late?.start ?? 0) + (late?.width ?? 0)).toBe(1);
});

test("a time of day may be typed as one types it", () => {
  expect(timeOfDay("10:30")).toBe("10:30");
  expect(timeOfDay(" 9:45:05 ")).toBe("09:45:05");
  expect(timeOfDay("1030")).toBe("10:30");
  expect(timeOfDay("24:00")).toBeNull();
  expect(timeOfDay("noon")).toBeNull();
  expect(timeOfDay("2:30pm")).toBe("14:30");
  expect(timeOfDay("12:05 p.m.")).toBe("12:05");
  expect(timeOfDay("12:05 AM")).toBe("00:05");
  expect(timeOfDay("14:30 pm")).toBeNull();
});
