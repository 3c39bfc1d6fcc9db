import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { act, cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Wire } from "../features/stream/testWire";
import type { Market } from "../model/messages";
import { frame, rows, snapshot } from "../model/samples";
import { pages } from "./router";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The page at the near end of a wire. */
async function open(): Promise<Wire> {
  const wire = new Wire();
  vi.stubGlobal("WebSocket", function socket() {
    return wire.asSocket();
  });
  const router = pages(createMemoryHistory({ initialEntries: ["/"] }));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  await screen.findByRole("banner");
  return wire;
}

function say(wire: Wire, message: object): void {
  act(() => {
    wire.say(message);
  });
}

test("the page carries the product's name", async () => {
  await open();

  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Spyglass");
});

test("a snapshot fills the header, the totals and the ladder", async () => {
  say(await open(), snapshot());

  expect(screen.getByTestId("spot").textContent).toBe("6,001.50");
  expect(screen.getByTestId("status").textContent).toBe("▶ REPLAY 60×");
  expect(screen.getByText("09:30:04 ET", { selector: "time" })).toBeDefined();
  expect(screen.getByTestId("Volume").textContent).toBe("5");
  expect(document.title).toBe("SPX 6,001.50 ▶ REPLAY · Spyglass");
  expect(screen.getAllByRole("rowheader").map((cell) => cell.textContent)).toEqual([
    "6005",
    "6000",
    "5995",
  ]);
});

test("a frame moves the numbers", async () => {
  const wire = await open();
  say(wire, snapshot());
  say(wire, frame());

  expect(screen.getByTestId("Volume").textContent).toBe("9");
  const line = screen.getByRole("row", { name: /6000/ });
  expect(within(line).getByText("14.2%")).toBeDefined();
});

const market: Market = {
  ...snapshot().market,
  phases: [{ phase: "regular", from: "2000-01-03T14:30:00Z", to: "2099-12-31T21:00:00Z" }],
};

test("an empty session says what to expect, a lost one what to do", async () => {
  const wire = await open();
  say(wire, snapshot({ mode: "live", market, replay: null, listed: { id: [], ticker: [], strike: [], right: [] }, rows: rows([], {}) }));
  expect(screen.getByText("No contracts yet")).toBeDefined();

  act(() => {
    wire.breakOff();
  });
  expect(screen.getByText("No connection to the server")).toBeDefined();
  expect(screen.getByTestId("status").textContent).toBe("↻ RECONNECTING (1)");
});

test("an empty session whose key is refused says so, closed or not, and what to do", async () => {
  const detail = "the vendor's time was answered with status 401: Unknown API Key";
  const feed = { state: "refused", detail, holes_open: 0, holes: 0 } as const;
  const wire = await open();
  say(wire, snapshot({ mode: "live", feed, replay: null, listed: { id: [], ticker: [], strike: [], right: [] }, rows: rows([], {}) }));

  expect(screen.getByRole("heading", { name: "The vendor refuses the key" })).toBeDefined();
  expect(screen.getByText(`${detail}.`)).toBeDefined();
  expect(screen.getByText("./spyglass doctor")).toBeDefined();
  expect(screen.getByTestId("status").textContent).toMatch(/^✕ KEY REFUSED/);
});

test("a full server is said to be full", async () => {
  const wire = await open();
  act(() => {
    wire.breakOff("All 256 places are taken");
  });

  expect(screen.getByText("All 256 places are taken.")).toBeDefined();
  expect(screen.queryByText("No connection to the server")).toBeNull();
});

test("the replay bar is there where there is a replay", async () => {
  const wire = await open();
  say(wire, snapshot());
  expect(screen.getByRole("button", { name: /Pause/ }).getAttribute("aria-pressed")).toBe("true");
  expect(screen.getByRole("slider").getAttribute("aria-valuetext")).toBe("09:30:04 ET");

  say(wire, snapshot({ replay: null }));
  expect(screen.queryByRole("slider")).toBeNull();
});
