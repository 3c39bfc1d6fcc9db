// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Replay } from "../../model/messages";
import { snapshot } from "../../model/samples";
import type { Order } from "../../state/steering";
import { useHeldPosition } from "./useHeldPosition";

afterEach(cleanup);

const ten = Date.parse("2026-11-20T15:00:00Z");
const eleven = Date.parse("2026-11-20T16:00:00Z");
const standing = { ...snapshot().replay, seeking: false } as Replay;
const at = (position: number, changes: Partial<Replay> = {}): Replay => ({
  ...standing,
  position: new Date(position).toISOString(),
  ...changes,
});

/** A scrubber, and a server that answers when it is told to. */
function scrubber() {
  const asked: Order[] = [];
  const answers: ((isDone: boolean) => void)[] = [];
  const steer = (...orders: readonly Order[]) => {
    asked.push(...orders);
    return new Promise<boolean>((resolve) => answers.push(resolve));
  };
  const { result, rerender } = renderHook((replay: Replay) => useHeldPosition(replay, steer), {
    initialProps: at(Date.parse("2026-11-20T14:30:00Z")),
  });
  return {
    asked,
    hear: rerender,
    position: () => result.current.position,
    hold: (to: number) => {
      act(() => {
        result.current.hold(to);
      });
    },
    release: () => {
      act(() => {
        result.current.release();
      });
    },
    answer: (isDone: boolean) =>
      act(async () => {
        answers.shift()?.(isDone);
        await Promise.resolve();
      }),
  };
}

test("the thumb stays where it was let go until the replay is there", async () => {
  const { hold, release, answer, hear, position } = scrubber();
  hold(ten);
  release();
  expect(position()).toBe(ten);

  await answer(true);
  hear(at(Date.parse("2026-11-20T14:40:00Z"), { seeking: true }));
  expect(position()).toBe(ten);
  hear(at(ten + 1_000));
  expect(position()).toBe(ten + 1_000);
});

test("a second drag is not undone by the answer to the first", async () => {
  const { asked, hold, release, answer, position } = scrubber();
  hold(ten);
  release();
  hold(eleven);
  await answer(true);
  expect(position()).toBe(eleven);

  release();
  expect(asked.map((order) => ("at" in order ? order.at : ""))).toEqual([
    "2026-11-20T15:00:00.000Z",
    "2026-11-20T16:00:00.000Z",
  ]);
});

test("what the server refuses is not held, unless another is by then", async () => {
  const { hold, release, answer, position } = scrubber();
  hold(ten);
  release();
  await answer(false);
  expect(position()).toBe(Date.parse("2026-11-20T14:30:00Z"));

  hold(ten);
  release();
  hold(eleven);
  await answer(false);
  expect(position()).toBe(eleven);
});

test("the position is where the replay goes, whoever sent it", () => {
  const { hear, position } = scrubber();
  hear(at(ten, { seeking: true, target: "2026-11-20T16:00:00Z" }));

  expect(position()).toBe(eleven);
});
