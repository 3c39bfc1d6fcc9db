import { expect, test } from "vitest";
import { steer } from "./control";

function answering(status: number, body: object): typeof fetch {
  return () => Promise.resolve(new Response(JSON.stringify(body), { status }));
}

test("an order that is carried out has no words", async () => {
  expect(await steer({ action: "play" }, answering(200, {}))).toBeNull();
});

test("a refusal is told in the server's words", async () => {
  const problem = { status: 403, detail: "Off loopback this needs a key" };

  expect(await steer({ action: "pause" }, answering(403, problem))).toBe(
    "Off loopback this needs a key",
  );
  expect(await steer({ action: "pause" }, answering(502, {}))).toBe("The server answered 502");
});

test("a server out of reach is told too", async () => {
  const unreachable: typeof fetch = () => Promise.reject(new TypeError("connection refused"));

  expect(await steer({ action: "pause" }, unreachable)).toContain("cannot be reached");
});
