import { expect, test } from "vitest";
import { snapshot } from "../../model/samples";
import { lineState, modeLabel, type Line } from "./status";

const line: Line = { state: "open", attempts: 0, heardAt: 1_000, mode: "live", feedAgeMs: 200 };

test("the mode says what is shown, and how fast it is replayed", () => {
  expect(modeLabel({ mode: "live", replay: null }).text).toBe("● LIVE");
  expect(modeLabel(snapshot()).text).toBe("▶ REPLAY 60×");
  const { replay } = snapshot();
  const paused = replay === null ? null : { ...replay, playing: false };
  expect(modeLabel({ mode: "demo", replay: paused }).text).toBe("▶ DEMO paused");
});

test("a live feed that is silent for long is stale", () => {
  expect(lineState(line, 1_500)).toEqual({ text: "Connected", age: "0.7 s", isWarning: false });
  expect(lineState(line, 4_000)).toEqual({ text: "▲ Stale", age: "3.2 s", isWarning: true });
});

test("a replay never is", () => {
  const paused: Line = { ...line, mode: "replay", feedAgeMs: 60_000 };

  expect(lineState(paused, 1_500)).toEqual({ text: "Connected", age: "0.5 s", isWarning: false });
});

test("a lost connection is told with its attempts", () => {
  const lost: Line = { ...line, state: "reconnecting", attempts: 3 };

  expect(lineState(lost, 9_000).text).toBe("↻ Reconnecting (3)");
  expect(lineState({ ...line, state: "connecting" }, 0).text).toBe("Connecting");
});
