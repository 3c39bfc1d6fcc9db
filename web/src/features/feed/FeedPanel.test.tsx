import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Feeds, FeedState, FeedSummary, Hole } from "../../model/messages";
import { FeedPanel } from "./FeedPanel";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const options: FeedState = {
  name: "options",
  state: "waiting",
  detail: "a ping was not answered",
  required: true,
  age_ms: 4200,
  lag_ms: 21,
  channels: 28,
  silent: 2,
  attempts: 3,
  connections: 3,
  losses: 2,
  holes: 2,
  filled: 1,
  fetching: 1,
  events: 81_223,
  fetched: 120,
  duplicates: 3,
  late: 1,
  refusals: 0,
  rejected: 0,
  waiting_bytes: 2_048,
  stalls: 0,
};

const feeds: Feeds = {
  status: "degraded",
  troubles: ["options: a ping was not answered", "not recording: the disk is full"],
  notes: ["this machine's clock is 3,600 s ahead of the vendor's, which is followed: set the clock"],
  clock: "2026-11-20T18:42:07Z",
  skew_ms: -3_600_000,
  delay_ms: 900_000,
  plan: "Developer: trades, 15 min late, no quotes; no index values",
  recording: {
    on: false,
    since: "2026-11-20T18:40:00Z",
    reason: "the disk is full",
    recorded: 123,
    lost: 45,
    bytes: 1_200_000,
    free_bytes: 0,
  },
  session: { behind_ms: 4, waiting: 12 },
  feeds: [options, { ...options, name: "indices", state: "off", detail: "no index plan", required: false }],
  caches: { failure: null },
  deletions: ["journal/2026-10-20, 120 MB: older than 30 days"],
};

const hole: Hole = {
  from: "2026-11-20T18:30:00Z",
  to: "2026-11-20T18:30:12Z",
  reason: "a ping was not answered",
  filled: false,
  open: true,
  found: "2026-11-20T18:30:13Z",
};

function open(summary: FeedSummary | null) {
  vi.stubGlobal("fetch", (url: string) =>
    Promise.resolve(
      new Response(
        JSON.stringify(
          url === "/api/feeds" ? feeds : { holes: [hole, { ...hole, reason: "it was connecting", filled: true, open: false }] },
        ),
      ),
    ),
  );
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <FeedPanel summary={summary} /> }),
    history: createMemoryHistory(),
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}

test("the panel says what is the matter and how each feed is doing", async () => {
  open({ state: "waiting", detail: "", holes: 2, holes_open: 1 });

  expect(await screen.findByText("not recording: the disk is full", { exact: false })).toBeDefined();
  expect(screen.getByRole("heading", { name: "options lost, tried again" })).toBeDefined();
  expect(screen.getByRole("heading", { name: "indices off not needed" })).toBeDefined();
  expect(screen.getByText("81,223, fetched 120")).toBeDefined();
  expect(screen.getByText("28, 2 overdue")).toBeDefined();
  expect(screen.getByText("2.0 kB, stalled 0×")).toBeDefined();
  expect(screen.getByText("▲ no: the disk is full")).toBeDefined();
  expect(screen.getByText("which is followed: set the clock", { exact: false })).toBeDefined();
  expect(screen.getByText("−1 h 0 min")).toBeDefined();
  expect(screen.getByText("15 min")).toBeDefined();
  expect(screen.getByText("journal/2026-10-20, 120 MB: older than 30 days")).toBeDefined();
});

test("open holes stand before the filled ones, which are folded", async () => {
  open({ state: "waiting", detail: "", holes: 2, holes_open: 1 });
  const shown = await screen.findAllByRole("listitem");

  expect(shown[0]?.textContent).toContain("13:30:00 ET – 13:30:12 ET: a ping was not answered, open");
  expect(screen.getByText("1 filled").tagName).toBe("SUMMARY");
});

test("where no live market is shown there are no holes of it", async () => {
  open(null);

  expect(await screen.findByText("Session")).toBeDefined();
  expect(screen.queryByText("Holes of the day")).toBeNull();
});
