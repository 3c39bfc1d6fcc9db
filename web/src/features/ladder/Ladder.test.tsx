import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { createContext, useContext } from "react";
import { afterEach, expect, test } from "vitest";
import { apply, type Flow } from "../../model/flow";
import type { Frame, Snapshot } from "../../model/messages";
import { frame, rows, snapshot } from "../../model/samples";
import { readSearch } from "../../state/search";
import { Ladder } from "./Ladder";

afterEach(cleanup);

const Shown = createContext<Flow | null>(null);

function Page() {
  const flow = useContext(Shown);
  return flow && <Ladder flow={flow} />;
}

/** The ladder at an address, what it shows, and how to go on. */
async function open(changes: Partial<Snapshot> = {}, address = "/") {
  const history = createMemoryHistory({ initialEntries: [address] });
  const routeTree = createRootRoute({ component: Page, validateSearch: readSearch });
  const router = createRouter({ routeTree, history });
  let flow = apply(null, snapshot(changes)) as Flow;
  const page = () => (
    <Shown value={flow}>
      <RouterProvider router={router} />
    </Shown>
  );
  const { rerender } = render(page());
  await screen.findByRole("heading", { name: "Strikes" });
  return {
    next: (more: Partial<Frame>) => {
      flow = apply(flow, frame({ seq: flow.seq + 1, ...more })) as Flow;
      act(() => {
        rerender(page());
      });
    },
    search: () => router.state.location.search,
  };
}

const strikes = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent);
const texts = (strike: string) =>
  within(rung(strike))
    .getAllByRole("gridcell")
    .map((cell) => cell.textContent);
const names = () =>
  screen
    .getAllByRole("columnheader")
    .slice(3)
    .map((cell) => cell.textContent);

function rung(strike: string): HTMLElement {
  const found = screen.getByRole("rowheader", { name: strike }).closest<HTMLElement>("[role=row]");
  if (found === null) {
    throw new Error(`${strike} is in no row`);
  }
  return found;
}

test("strikes run down, or up if turned", async () => {
  const page = await open();
  expect(strikes()).toEqual(["6005", "6000", "5995"]);

  fireEvent.click(screen.getByRole("button", { name: "Highest strike first" }));
  await screen.findByRole("button", { name: "Lowest strike first" });
  expect(strikes()).toEqual(["5995", "6000", "6005"]);
  expect(page.search()).toMatchObject({ order: "ascending" });
});

test("two series at one strike are both there, by their names", async () => {
  await open({
    listed: {
      id: [0, 1],
      ticker: ["O:SPX261120C06000000", "O:SPXW261120C06000000"],
      strike: [6000, 6000],
      right: ["C", "C"],
    },
    rows: rows([0, 1], { volume: [3, 4] }),
    view: [],
  });

  expect(strikes()).toEqual(["6000 SPXW", "6000 SPX"]);
});

test("what is unknown is a dash, what is zero a zero, and a column that nobody fills is absent", async () => {
  await open();

  expect(names()).toEqual(["Side", "Volume", "Δ1m", "Δ1m", "Volume", "Side"]);
  expect(texts("6000")).toEqual(["▲ 80%", "5", "3", "0", "0", "–"]);
});

test("a frame changes the row of its contract and no other", async () => {
  const page = await open();
  page.next({ spot: 6001.5, rows: rows([], {}) });
  const changed = new Set<string>();
  const observer = new MutationObserver(() => undefined);
  observer.observe(screen.getByRole("grid"), {
    ...{ subtree: true, childList: true, characterData: true, attributes: true },
  });
  page.next({ spot: 6001.5, rows: rows([2], { volume: [9], bought: [8], sold: [1] }) });

  for (const { target } of observer.takeRecords()) {
    const element = target instanceof Element ? target : target.parentElement;
    changed.add(element?.closest<HTMLElement>("[data-key]")?.dataset.key ?? "elsewhere");
  }
  expect([...changed]).toEqual(["SPXW 6000"]);
  expect(texts("6000").slice(0, 2)).toEqual(["▲ 89%", "9"]);
});

test("the columns are chosen, and kept in the address", async () => {
  const page = await open();
  page.next({ rows: rows([2], { volume: [9], bid: [10], ask: [10.2], iv: [0.142] }) });
  fireEvent.click(screen.getByRole("button", { name: "Quotes" }));

  await screen.findAllByRole("columnheader", { name: "Bid" });
  expect(names()).toEqual(["Volume", "Bid", "Ask", "Bid", "Ask", "Volume"]);
  expect(texts("6000")).toEqual(["9", "10.00", "10.20", "–", "–", "0"]);
  expect(page.search()).toMatchObject({ columns: "quotes" });
});

test("approximate Greeks say so", async () => {
  const page = await open({ greeks_approx: true });
  page.next({ rows: rows([2], { iv: [0.142] }) });

  expect(screen.getAllByRole("columnheader", { name: "IV*" })).toHaveLength(2);
  expect(screen.getByText(/^\* Approximate/)).toBeDefined();
});

test("minute bars say what their sides are worth", async () => {
  await open({ bars: true });

  expect(screen.getByText(/a side is that of a whole bar/)).toBeDefined();
});

test("keys move the one tab stop, and Enter opens the strike", async () => {
  const page = await open();
  const start = screen.getByRole("rowheader", { name: "6000" });
  expect(screen.getByRole("grid").querySelectorAll("[tabindex='0']")).toHaveLength(1);
  expect(start.tabIndex).toBe(0);

  start.focus();
  fireEvent.keyDown(start, { key: "ArrowDown" });
  expect(document.activeElement).toBe(screen.getByRole("rowheader", { name: "5995" }));
  fireEvent.keyDown(document.activeElement ?? start, { key: "Home" });
  expect(document.activeElement?.getAttribute("aria-colindex")).toBe("1");
  expect(screen.getByRole("grid").querySelectorAll("[tabindex='0']")).toHaveLength(1);

  fireEvent.keyDown(document.activeElement ?? start, { key: "Enter" });
  await screen.findByRole("row", { selected: true });
  expect(page.search()).toMatchObject({ strike: "SPXW 5995" });
});

test("a click opens the strike", async () => {
  const page = await open();
  fireEvent.click(within(rung("6005")).getAllByRole("gridcell")[1] ?? document.body);

  await screen.findByRole("row", { selected: true });
  expect(page.search()).toMatchObject({ strike: "SPXW 6005" });
});

test("a live ladder can be held still, and says how far it is behind", async () => {
  const page = await open({ mode: "live", replay: null });
  page.next({ as_of: "2026-11-20T14:30:05Z", replay: null });
  fireEvent.click(screen.getByRole("button", { name: /Pause/ }));
  page.next({
    as_of: "2026-11-20T14:30:08.2Z",
    replay: null,
    rows: rows([2], { volume: [77], bought: [8], sold: [1] }),
  });

  expect(screen.getByRole("button", { name: "PAUSED +3.2 s" })).toBeDefined();
  expect(texts("6000")[1]).toBe("9");
  fireEvent.click(screen.getByRole("button", { name: /PAUSED/ }));
  expect(texts("6000")[1]).toBe("77");
});

test("a replay is paused by its own bar", async () => {
  await open();

  expect(screen.queryByRole("button", { name: /Pause/ })).toBeNull();
});

test("a choice of strikes that holds none says what to do", async () => {
  await open({ view: [] }, "/?strikes=view");

  expect(screen.getByText(/Choose all strikes/)).toBeDefined();
});
