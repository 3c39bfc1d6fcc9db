import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { createContext, useContext } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Replay } from "../../model/messages";
import { snapshot } from "../../model/samples";
import { print } from "./samples";
import type { Print } from "./prints";
import Tape from "./Tape";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A tape that answers as the server does, by one filter of its own, and keeps what it was asked. */
class Server {
  readonly asked: URL[] = [];
  prints: Print[] = [];
  generation = 0;
  /** Where the replay is on its way to, as frames say it. */
  target: string | null = null;
  passes: (print: Print, filter: string) => boolean = () => true;

  readonly fetch = (address: string): Promise<Response> => {
    const url = new URL(address, "http://localhost");
    this.asked.push(url);
    const number = (name: string, absent: number) => Number(url.searchParams.get(name) ?? absent);
    const prints = this.prints
      .filter((print) => this.passes(print, url.searchParams.get("filter") ?? ""))
      .filter(({ seq }) => seq > number("after", 0) && seq < number("before", Infinity))
      .sort((one, other) => other.seq - one.seq)
      .slice(0, number("limit", 200));
    return Promise.resolve(
      Response.json({
        underlying: "SPX",
        expiry: "2026-11-20",
        as_of: "2026-11-20T14:30:04Z",
        generation: this.generation,
        last: this.prints.length,
        filter: url.searchParams.get("filter") ?? "",
        prints,
      }),
    );
  };

  frame() {
    const replay = { ...snapshot().replay, target: this.target } as Replay;
    return { tape: { generation: this.generation, last: this.prints.length }, replay };
  }

  trade(count: number): void {
    for (let i = 0; i < count; i++) {
      this.prints.push(print({ seq: this.prints.length + 1, size: this.prints.length + 1 }));
    }
  }
}

const Frame = createContext({
  tape: { generation: 0, last: 0 },
  replay: null as Replay | null,
});

function Page() {
  const frame = useContext(Frame);
  return <Tape flow={{ underlying: "SPX", expiry: "2026-11-20", bars: false, ...frame }} />;
}

async function open(server: Server, address = "/") {
  vi.stubGlobal("fetch", server.fetch);
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({ routeTree: createRootRoute({ component: Page }), history });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = () => (
    <QueryClientProvider client={queries}>
      <Frame value={server.frame()}>
        <RouterProvider router={router as never} />
      </Frame>
    </QueryClientProvider>
  );
  const { rerender } = render(page());
  await screen.findByRole("heading", { name: "Tape" });
  return {
    filter: () => new URLSearchParams(history.location.search).get("filter"),
    strike: () => new URLSearchParams(history.location.search).get("strike"),
    frame: () => {
      rerender(page());
    },
  };
}

async function sizes(expected: readonly number[]): Promise<void> {
  await waitFor(() => {
    const cells = screen.queryAllByRole("row").slice(1);
    const sizes = cells.map((row) => within(row).getAllByRole("gridcell")[5]?.textContent);
    expect(sizes).toEqual(expected.map(String));
  });
}

test("the newest print is on top, with its words", async () => {
  const server = new Server();
  server.prints = [
    print({ seq: 1, side: "buy" }),
    print({ seq: 2, side: "sell", by_tick_rule: true, right: "P", conditions: ["Sweep"] }),
    print({ seq: 3, side: null, bid: null, ask: null, iv: null, strike: 7000, premium: 1_250_000 }),
  ];
  await open(server);
  const rows = await screen.findAllByRole("row");
  const cells = rows.map((row) =>
    within(row)
      .getAllByRole(row === rows[0] ? "columnheader" : "gridcell")
      .map((cell) => cell.textContent),
  );

  expect(cells[0]?.[0]).toBe("Time ET");
  expect(cells[1]).toEqual([
    ...["09:30:02", "◆ No side", "C", "7000", "10.50", "40", "$1.25M", "–", "–", "Cboe"],
  ]);
  expect(cells[2]?.slice(1, 3)).toEqual(["▽ Sell", "P"]);
  expect(cells[2]?.[9]).toBe("Sweep · Cboe");
  expect(cells[3]).toEqual([
    ...["09:30:02", "▲ Buy", "C", "6000", "10.50", "40", "$42.0K", "10.00×10.50", "14.2%", "Cboe"],
  ]);
  expect(screen.getAllByTitle("2026-11-20T14:30:02.500Z")).toHaveLength(3);
});

test("prints that come go on top, and only they are asked for", async () => {
  const server = new Server();
  server.trade(2);
  const { frame } = await open(server);
  await sizes([2, 1]);

  server.trade(1);
  frame();
  await sizes([3, 2, 1]);
  expect(server.asked.map(({ searchParams }) => searchParams.get("after"))).toEqual([null, "2"]);
});

test("a chip, a floor and a preset change the address", async () => {
  const server = new Server();
  const { filter } = await open(server);

  fireEvent.click(screen.getByRole("button", { name: "▼ Sell" }));
  await waitFor(() => {
    expect(filter()).toBe("side:sell");
  });
  fireEvent.change(screen.getByLabelText("Least premium"), { target: { value: "50k" } });
  await waitFor(() => {
    expect(filter()).toBe("side:sell prem>=50k");
  });
  expect(screen.getByRole("button", { name: "▼ Sell" }).getAttribute("aria-pressed")).toBe("true");
  expect(screen.getByLabelText<HTMLInputElement>("Filter in words").value).toBe(
    "side:sell prem>=50k",
  );
  fireEvent.change(screen.getByLabelText("Preset"), { target: { value: "Sweeps" } });
  await waitFor(() => {
    expect(filter()).toBe("cond:sweep");
  });
  await waitFor(() => {
    expect(server.asked.at(-1)?.searchParams.get("filter")).toBe("cond:sweep");
  });
});

test("words are taken with Enter in their canonical text", async () => {
  const { filter } = await open(new Server());
  const box = screen.getByLabelText<HTMLInputElement>("Filter in words");
  fireEvent.change(box, { target: { value: "Premium>=250000 SIDE:ask" } });
  fireEvent.submit(box);

  await waitFor(() => {
    expect(filter()).toBe("side:buy prem>=250k");
  });
  expect(box.value).toBe("side:buy prem>=250k");
});

test("what is wrong with words is said under them, and the filter stays", async () => {
  const { filter } = await open(new Server(), "/?filter=side%3Abuy");
  const box = screen.getByLabelText<HTMLInputElement>("Filter in words");
  fireEvent.change(box, { target: { value: "side:bye" } });
  expect(screen.queryByRole("alert")).toBeNull();
  fireEvent.submit(box);

  expect(screen.getByRole("alert").textContent).toBe(
    "▲ Character 6: side wants buy, sell or none, not 'bye'",
  );
  expect(box.getAttribute("aria-invalid")).toBe("true");
  expect(filter()).toBe("side:buy");
});

test("Escape in the box gives the filter in force back", async () => {
  const { filter } = await open(new Server(), "/?filter=side%3Abuy");
  const box = screen.getByLabelText<HTMLInputElement>("Filter in words");
  fireEvent.change(box, { target: { value: "side:bye" } });
  fireEvent.submit(box);
  fireEvent.keyDown(box, { key: "Escape" });

  expect(box.value).toBe("side:buy");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(filter()).toBe("side:buy");
});

test("an address with a malformed filter is told so, and nothing is asked", async () => {
  const server = new Server();
  await open(server, "/?filter=banana");

  expect(screen.getByRole("alert").textContent).toContain("not 'banana'");
  expect(server.asked).toEqual([]);
});

test("a paused tape stays as it is, counts, and goes on", async () => {
  const server = new Server();
  server.trade(2);
  const { frame } = await open(server);
  await sizes([2, 1]);
  fireEvent.click(screen.getByRole("button", { name: "Pause the tape" }));
  server.trade(3);
  frame();

  expect(screen.getByText("PAUSED +3 new")).toBeDefined();
  await sizes([2, 1]);
  expect(server.asked).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Pause the tape" }));
  await sizes([5, 4, 3, 2, 1]);
});

test("another filter on a paused tape looks no further than it stood", async () => {
  const server = new Server();
  server.trade(2);
  const { frame } = await open(server);
  await sizes([2, 1]);
  fireEvent.click(screen.getByRole("button", { name: "Pause the tape" }));
  server.trade(3);
  frame();
  fireEvent.click(screen.getByRole("button", { name: "▲ Buy" }));

  await waitFor(() => {
    expect(server.asked.at(-1)?.searchParams.get("before")).toBe("3");
  });
  await sizes([2, 1]);
});

test("a day that begins again begins the tape again", async () => {
  const server = new Server();
  server.trade(4);
  const { frame } = await open(server);
  await sizes([4, 3, 2, 1]);
  fireEvent.click(screen.getByRole("button", { name: "Pause the tape" }));
  server.prints = [];
  server.generation = 1;
  server.trade(1);
  frame();

  await sizes([1]);
  expect(screen.queryByText(/PAUSED/)).toBeNull();
});

test("the tape rests while the replay is on its way, and stays until the new one is there", async () => {
  const server = new Server();
  server.trade(4);
  const { frame } = await open(server);
  await sizes([4, 3, 2, 1]);
  const asked = server.asked.length;
  server.target = "2026-11-20T14:30:03Z";
  frame();
  server.prints = [];
  server.generation = 1;
  server.trade(2);
  frame();
  await sizes([4, 3, 2, 1]);
  expect(server.asked).toHaveLength(asked);

  server.target = null;
  frame();
  await sizes([4, 3, 2, 1]);
  await sizes([2, 1]);
});

test("a tape without prints says what to expect", async () => {
  const server = new Server();
  const { frame } = await open(server, "/?filter=size%3E%3D100");
  await screen.findByText(/No print yet/);
  server.trade(3);
  frame();

  await sizes([3, 2, 1]);
});

test("a filter that nothing passes says what to do", async () => {
  const server = new Server();
  server.trade(1200);
  server.passes = () => false;
  const { filter } = await open(server, "/?filter=size%3E%3D5000");
  await screen.findByText("None of 1,200 prints passes this filter.");
  fireEvent.click(screen.getByRole("button", { name: "Show all prints" }));

  await waitFor(() => {
    expect(filter()).toBeNull();
  });
});

test("the term that shuts every print out is named, and can be left out", async () => {
  const server = new Server();
  server.trade(1200);
  server.passes = (_, filter) => !filter.includes("strike:6600");
  const { filter } = await open(server, "/?filter=side%3Abuy%20strike%3A6600");
  fireEvent.click(await screen.findByRole("button", { name: "Leave out strike:6600" }));

  await waitFor(() => {
    expect(filter()).toBe("side:buy");
  });
});

test("a filter of one term is that term", async () => {
  const server = new Server();
  server.trade(1200);
  server.passes = () => false;
  await open(server, "/?filter=strike%3A6600");

  expect((await screen.findByText(/No SPX print/)).textContent).toBe(
    "No SPX print of this expiry meets strike:6600.",
  );
  expect(screen.queryByRole("button", { name: /Leave out/ })).toBeNull();
});

test("Enter on a row opens its strike", async () => {
  const server = new Server();
  server.trade(3);
  const { strike } = await open(server);
  await sizes([3, 2, 1]);
  const grid = screen.getByRole("grid");
  fireEvent.keyDown(grid, { key: "ArrowDown" });
  fireEvent.keyDown(grid, { key: "j" });
  expect(grid.getAttribute("aria-activedescendant")).toBe("print-2");
  fireEvent.keyDown(grid, { key: "Enter" });

  await waitFor(() => {
    expect(strike()).toBe("SPXW 6000");
  });
});

test("older prints are asked for as the end comes near", async () => {
  const server = new Server();
  server.trade(250);
  await open(server);
  const grid = await screen.findByRole("grid");
  grid.scrollTop = 170 * 24;
  fireEvent.scroll(grid);

  await waitFor(() => {
    expect(server.asked.map(({ searchParams }) => searchParams.get("before"))).toContain("51");
  });
});

test("the file and the command ask for what is shown", async () => {
  await open(new Server(), "/?filter=side%3Abuy");
  const file = screen.getByRole("link", { name: "CSV" });

  expect(file.getAttribute("href")).toBe(
    "/api/tape.csv?underlying=SPX&expiry=2026-11-20&filter=side%3Abuy",
  );
  expect(file.hasAttribute("download")).toBe(true);
});
