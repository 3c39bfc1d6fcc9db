// @vitest-environment happy-dom
import { cleanup, renderHook, waitFor, act } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { post } from "./api";
import { useKeyQuestion } from "./key";

/** A server with a key: the keys it was sent, null for none. */
let sent: (string | null)[] = [];

beforeEach(() => {
  sent = [];
  vi.stubGlobal("fetch", (_: string, { headers }: RequestInit) => {
    const key = new Headers(headers).get("X-API-Key");
    sent.push(key);
    const status = key === "right" ? 200 : 401;
    const body = status === 200 ? { done: true } : { detail: "This needs the key" };
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The reader, who answers the next question. */
async function answer(key: string | null): Promise<void> {
  const { result, unmount } = renderHook(useKeyQuestion);
  await waitFor(() => {
    expect(result.current).not.toBeNull();
  });
  act(() => {
    result.current?.answer(key);
  });
  unmount();
}

test("what is not given is the server's refusal", async () => {
  const posted = post("/api/replay", {});
  await answer(null);

  await expect(posted).rejects.toThrow("This needs the key");
  expect(sent).toEqual([null]);
});

test("a wrong key is asked for again with the next order, a right one never", async () => {
  const refused = post("/api/replay", {});
  await answer("wrong");
  await expect(refused).rejects.toThrow("This needs the key");

  const posted = post("/api/replay", {});
  await answer("right");
  expect(await posted).toEqual({ done: true });
  expect(await post("/api/replay", {})).toEqual({ done: true });
  expect(sent).toEqual([null, "wrong", "wrong", "right", "right"]);
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
});
