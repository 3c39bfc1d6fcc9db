import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { apply, type Flow } from "../../model/flow";
import type { Value } from "../../model/messages";
import { rows, snapshot } from "../../model/samples";
import { readSearch, useLiveSearch } from "../../state/search";
import Detail from "./Detail";
import { day } from "./samples";

/** The far end of the wire: what it was asked, and how it answers. */
let asked: string[] = [];
let status = 200;

beforeEach(() => {
  asked = [];
  status = 200;
  vendor = {};
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(decodeURIComponent(path));
    const answer = status === 200 ? day() : { detail: "No such contract" };
    return Promise.resolve(new Response(JSON.stringify(answer), { status }));
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** What the vendor gives beside. */
let vendor: Partial<Record<string, readonly Value[]>> = {};

const flow = () => apply(
  null,
  snapshot({
    as_of: "2026-11-20T14:32:20Z",
    rows: rows([2, 3], {
      ...vendor,
      volume: [12_431, 7],
      premium: [1_234_567, 0],
      net_premium: [-2500, 0],
      bid: [4.1, 0],
      ask: [4.3, 0.05],
      bid_size: [12, 0],
      theta: [-12.4, null],
    }),
  }),
) as Flow;

function Page() {
  const { strike } = useLiveSearch();
  const { filter = "" } = useLiveSearch();
  return strike === undefined ? <p>closed {filter}</p> : <Detail flow={flow()} strike={strike} isBeside />;
}

function open(address: string): void {
  const history = createMemoryHistory({ initialEntries: [address] });
  const routeTree = createRootRoute({ component: Page, validateSearch: readSearch });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={createRouter({ routeTree, history })} />
    </QueryClientProvider>,
  );
}

const line = (name: string) => screen.getByRole("rowheader", { name }).parentElement?.textContent;

test("the numbers are whole, a missing bid is zero, what is unknown a dash", async () => {
  open("/?strike=SPXW 6000");
  await screen.findByRole("complementary", { name: "SPXW 6000 · Fri, 20 Nov 2026" });

  expect(line("Volume")).toBe("Volume12,4317");
  expect(line("Net premium")).toBe("Net premium−$2,500$0");
  expect(line("Bid")).toBe("Bid4.10 (12)0.00 (0)");
  expect(line("Mid")).toBe("Mid4.200.03");
  expect(line("Theta")).toBe("Theta−12.40–");
});

test("the vendor's numbers stand beside ours where it gives any", async () => {
  open("/?strike=SPXW+6000");
  expect(await screen.findByRole("table", { name: "Quote and Model" })).toBeDefined();
  cleanup();

  vendor = { vendor_iv: [0.151, null], vendor_age_ms: [61_000, null] };
  open("/?strike=SPXW+6000");
  expect(await screen.findByRole("table", { name: "Quote and Model and Vendor" })).toBeDefined();
  expect(screen.getByRole("row", { name: "Vendor IV 15.1% –" })).toBeDefined();
  expect(screen.getByRole("row", { name: "Given 61 s before –" })).toBeDefined();
});

test("the day is the call's, or the put's if chosen", async () => {
  open("/?strike=SPXW 6000");
  await screen.findByRole("img", { name: "Chart: Price of C6000" });
  expect(screen.getByText(/the line breaks where/)).toBeDefined();

  fireEvent.click(screen.getByRole("button", { name: "Put" }));
  await screen.findByRole("img", { name: "Chart: Flow of P6000" });
  expect(asked).toEqual(["/api/contracts/C6000/history", "/api/contracts/P6000/history"]);
});

test("what the server refuses is told in its words", async () => {
  status = 404;
  open("/?strike=SPXW 6000");

  expect(await screen.findByText(/cannot be shown: No such contract/)).toBeDefined();
});

test("a strike that is not there says so, and its detail can be closed", async () => {
  open("/?strike=SPXW 1");
  expect(await screen.findByText(/SPX has no SPXW 1 on this date/)).toBeDefined();

  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(await screen.findByText("closed")).toBeDefined();
});

test("its prints are a click away, of the side that is chosen", async () => {
  open("/?strike=SPXW 6000&side=put");
  fireEvent.click(await screen.findByRole("button", { name: "Tape of this strike" }));

  expect(await screen.findByText("closed right:put strike:6000")).toBeDefined();
});
