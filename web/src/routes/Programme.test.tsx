import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rows, snapshot } from "../model/samples";
import { pages } from "./router";
import { Wire } from "../features/stream/testWire";

const days = [
  { date: "2026-11-20", source: "journal", underlyings: ["SPX"], complete: true },
  { date: "2021-01-04", source: "lake", underlyings: ["SPX", "SPY"], complete: false },
];

/** What was asked of the server, and whether it refuses. */
const asked: string[] = [];
let refusal: string | null = null;

beforeEach(() => {
  asked.length = 0;
  refusal = null;
  vi.stubGlobal("fetch", (url: string, request: RequestInit) => {
    if (request.method === "POST") {
      asked.push(request.body as string);
    }
    const answer = url === "/api/days" ? { days } : null;
    return Promise.resolve(
      refusal === null
        ? new Response(JSON.stringify(answer))
        : new Response(JSON.stringify({ detail: refusal }), { status: 409 }),
    );
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open(message: object, at = "/") {
  const wire = new Wire();
  vi.stubGlobal("WebSocket", function socket() {
    return wire.asSocket();
  });
  const history = createMemoryHistory({ initialEntries: [at] });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={pages(history)} />
    </QueryClientProvider>,
  );
  await screen.findByRole("banner");
  act(() => {
    wire.say(message);
  });
  return history;
}

const offline = snapshot({
  mode: "offline",
  replay: null,
  listed: { id: [], ticker: [], strike: [], right: [] },
  rows: rows([], {}),
});

test("a server without a market offers the demo", async () => {
  await open(offline);
  expect(screen.getByTestId("status").textContent).toContain("OFFLINE");
  expect(screen.getByTestId("announcement").textContent).not.toContain("lost");
  fireEvent.click(screen.getByRole("button", { name: "Start the demo" }));

  await waitFor(() => {
    expect(asked).toEqual(['{"action":"demo"}']);
  });
});

test("what the server refuses is told in its words", async () => {
  refusal = "This server shows nothing but what it was started with";
  await open(offline);
  fireEvent.click(screen.getByRole("button", { name: "Start the demo" }));

  expect((await screen.findByRole("alert")).textContent).toContain(refusal);
});

test("a day is chosen from those recorded, and the expiry of the one before goes", async () => {
  const history = await open(snapshot(), "/?expiry=2026-11-20&underlying=SPX");
  fireEvent.keyDown(window, { key: "d", code: "KeyD" });
  fireEvent.click(await screen.findByRole("button", { name: /4 Jan 2021 SPX, SPY from the lake, ◔ not complete/ }));

  await waitFor(() => {
    expect(asked).toEqual(['{"action":"play","date":"2021-01-04"}']);
  });
  expect(history.location.search).toBe("?underlying=SPX");
});

test("a replay leads back to the live market, by button and by key, where there is one", async () => {
  const replay = snapshot().replay;
  await open(snapshot({ replay: replay && { ...replay, live: true } }));
  fireEvent.click(screen.getByRole("button", { name: /Live/ }));
  fireEvent.keyDown(window, { key: "l", code: "KeyL" });

  await waitFor(() => {
    expect(asked).toEqual(['{"action":"live"}', '{"action":"live"}']);
  });
});

test("a link to another day asks before it shows it to everybody", async () => {
  const history = await open(snapshot({ mode: "live", replay: null }), "/?replay=2021-01-04T15:30:00Z&speed=4");
  expect((await screen.findByRole("alert")).textContent).toContain("4 Jan 2021");
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Show it" }));

  await waitFor(() => {
    expect(asked).toEqual([
      '{"action":"seek","at":"2021-01-04T15:30:00.000Z","date":"2021-01-04"}',
      '{"action":"speed","speed":4}',
    ]);
  });
  expect(history.location.search).toBe("");
});
