import { expect, test } from "vitest";
import { inTurn } from "./inTurn";
import type { Order } from "../../state/steering";

/** A server that answers when it is told to. */
function slowServer() {
  const asked: (readonly Order[])[] = [];
  const answers: ((words: string) => void)[] = [];
  const send = inTurn<string>((orders) => {
    asked.push(orders);
    return new Promise((resolve) => answers.push(resolve));
  });
  return {
    asked,
    send,
    answer: async (words: string) => {
      answers.shift()?.(words);
      await new Promise(setImmediate);
    },
  };
}

const seek = (at: string): Order => ({ action: "seek", at });
const step: Order = { action: "step" };

test("one order is on its way at a time", async () => {
  const { asked, send, answer } = slowServer();
  void send([{ action: "pause" }]);
  void send([step]);
  void send([step]);
  expect(asked).toHaveLength(1);

  await answer("first");
  await answer("second");
  expect(asked).toEqual([[{ action: "pause" }], [step], [step]]);
});

test("of many seeks the last one is sent, and all get its answer", async () => {
  const { asked, send, answer } = slowServer();
  const all = ["10:00", "10:01", "10:02", "10:03"].map((at) => send([seek(at)]));
  await answer("one");
  await answer("two");

  expect(asked).toEqual([[seek("10:00")], [seek("10:03")]]);
  expect(await Promise.all(all)).toEqual(["one", "two", "two", "two"]);
});

test("an order that fails keeps none behind it", async () => {
  const asked: (readonly Order[])[] = [];
  const send = inTurn<string>((orders) => {
    asked.push(orders);
    return asked.length === 1 ? Promise.reject(new Error("gone")) : Promise.resolve("done");
  });
  const failed = send([step]);
  const next = send([step]);

  await expect(failed).rejects.toThrow("gone");
  expect(await next).toBe("done");
});
