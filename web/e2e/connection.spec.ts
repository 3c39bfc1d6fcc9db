// What the page says when the server goes, comes back, or has nothing of what is asked for.
import type { Page, WebSocketRoute } from "@playwright/test";
import { OwnServer } from "./server";
import { expect, open, picture, standAt, steer, test } from "./test";

test.describe("a server of its own", () => {
  test.use({ expectedErrors: /ERR_CONNECTION_REFUSED|WebSocket connection|Failed to load/ });
  let server: OwnServer;

  test.beforeAll(async () => {
    server = await OwnServer.onFreePort();
    server.start();
    await expect.poll(() => server.isReady(), { timeout: 60_000 }).toBe(true);
  });

  test.afterAll(async () => {
    await server.stop();
  });

  test("shows the other underlying and a later expiry, which it keeps", async ({ page }) => {
    await open(page, server.url);
    const spot = page.getByTestId("spot");
    const expiry = page.getByLabel("Expiry", { exact: true });
    await expect(spot).toHaveText(/^\d,\d{3}\.\d\d$/);
    const later = (await expiry.locator("option").nth(1).innerText()).trim();
    await expiry.selectOption({ label: later });
    await expect(page).toHaveURL(/expiry=2026-11-/);
    await page.getByRole("group", { name: "Underlying" }).getByRole("button", { name: "SPY" }).click();

    await expect(spot).toHaveText(/^\d{3}\.\d\d$/);
    await expect(expiry.locator("option:checked")).toHaveText(later);
    await expect(page).toHaveTitle(/^SPY \d/);
    await page.goBack();
    await expect(page).toHaveTitle(/^SPX \d/);
  });

  test("is seen as reconnecting when killed, and then recovered", async ({ page }) => {
    await open(page, server.url);
    // What is fetched later does not come any more.
    await expect(page.locator(".plot-body canvas")).toBeVisible();
    await expect(page.locator(".heat-body canvas")).toBeVisible();
    await expect(page.locator(".live")).toHaveAttribute("data-going", "false");
    await server.stop();
    await expect(page.getByTestId("status")).toHaveText(/↻ RECONNECTING \(\d+\)/);
    await expect(page.getByTestId("announcement")).toHaveText(/connection is lost/);
    await expect(page.getByRole("rowheader").first()).toBeVisible();
    await picture(page, "state-reconnecting");
    const volume = await page.getByTestId("Volume").innerText();

    server.start();
    await expect(page.getByTestId("status")).toHaveText(/DEMO 60×/, { timeout: 60_000 });
    await expect(page.getByTestId("Volume")).not.toHaveText(volume);
    await expect(page.getByTestId("announcement")).toHaveText("Connected");
    await page.getByTestId("status").click();
    await expect(page.getByText("Reconnected")).toBeVisible();
  });
});

interface Told {
  readonly replay: object | null;
  readonly mode?: string;
}

/** Writes a mode and an age over the server's; they may be changed at any time. */
async function overwrite(page: Page): Promise<{ mode: string; age_ms: number }> {
  const told = { mode: "live", age_ms: 38 };
  await page.routeWebSocket(/\/ws\/stream/, (socket) => {
    socket.connectToServer().onMessage((text) => {
      const message = JSON.parse(String(text)) as Told;
      const { mode, age_ms } = told;
      socket.send(
        JSON.stringify({
          ...message,
          replay: mode === "replay" || mode === "demo" ? message.replay : null,
          ...(message.mode === undefined ? {} : { mode }),
          age_ms,
        }),
      );
    });
  });
  return told;
}

/** The parts of the header that are cut, lie over one another or reach beyond the screen. */
async function outOfSight(page: Page): Promise<readonly string[]> {
  return page.getByRole("banner").evaluate((header) => {
    const parts = [...header.querySelectorAll("*")].filter(
      (part) => part.clientWidth > 1 && part.closest(".popover") === null,
    );
    const leaves = parts.filter((part) => part.closest("svg, option") === null && part.childElementCount === 0);
    const isOver = (one: Element, other: Element) => {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return across > 1 && down > 1;
    };
    return [
      ...parts.filter((part) => part.scrollWidth > part.clientWidth + 1),
      ...parts.filter((part) => part.getBoundingClientRect().right > innerWidth),
      ...leaves.filter((one, place) => leaves.slice(place + 1).some((other) => isOver(one, other))),
    ].map((part) => part.outerHTML);
  });
}

// The messages are the real server's, whose day stands still at 13:42:07 New York; only their mode, the
// feed's age and, where live, the absence of a replay are written over, and the browser's clock is set.
test.describe("a live feed", () => {
  const instant = "2026-11-20T18:42:07Z";

  test.afterEach(async ({ page }) => {
    await steer(page, { action: "play", speed: 60 });
  });

  const states = [
    { mode: "live", minutesLater: 0 },
    { mode: "replay", minutesLater: 0 },
    { mode: "live", minutesLater: 1_440 },
  ] as const;

  test("has all of the header in sight at any width", async ({ page }) => {
    await standAt(page, "13:42:07");
    const told = await overwrite(page);
    await page.clock.install({ time: instant });
    for (const { mode, minutesLater } of states) {
      Object.assign(told, { mode });
      await page.clock.setSystemTime(Date.parse(instant) + minutesLater * 60_000);
      await open(page);
      for (const width of [360, 390, 480, 600, 768, 900, 1100, 1180, 1280, 1440, 1600, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        const height = width < 1100 ? 74 : 48;
        expect(await outOfSight(page), `${mode} at ${String(width)}`).toEqual([]);
        expect((await page.getByRole("banner").boundingBox())?.height).toBe(height);
      }
    }
  });

  test("that does not come back is offline", async ({ page }) => {
    await standAt(page, "13:42:07");
    await page.clock.install({ time: instant });
    const sockets: WebSocketRoute[] = [];
    let isGone = false;
    await page.routeWebSocket(/\/ws\/stream/, (socket) => {
      sockets.push(socket);
      if (isGone) {
        void socket.close();
      } else {
        socket.connectToServer();
      }
    });
    await open(page);
    isGone = true;
    await sockets[0]?.close();
    await expect(page.getByTestId("status")).toHaveText(/RECONNECTING/);
    await expect(async () => {
      await page.clock.runFor(8_000);
      await expect(page.getByTestId("status")).toHaveText(/^✕ OFFLINE/, { timeout: 500 });
    }).toPass();
    await expect(page.getByTestId("Volume")).toHaveText(/\d/);
    await picture(page, "state-offline");
  });
});

test.describe("what is not served", () => {
  test.use({ expectedErrors: /status of 404|WebSocket connection/ });

  test("is told with what is", async ({ page }) => {
    await page.goto("/?underlying=NDX");
    await expect(page.getByText("No underlying 'NDX' is served; served are SPX, SPY.")).toBeVisible();
    await picture(page, "empty-not-served");
    await page.getByRole("link", { name: "SPX" }).click();
    await expect(page.getByTestId("Volume")).toHaveText(/\d/);
    await expect(page).toHaveURL(/\/\?underlying=SPX$/);
  });

  test("of expiries too", async ({ page }) => {
    await page.goto("/?expiry=2026-12-24");
    await expect(page.getByText(/No expiry '2026-12-24' of SPX is served/)).toBeVisible();
    await page.getByRole("link", { name: /^0DTE/ }).click();
    await expect(page.getByTestId("Volume")).toHaveText(/\d/);
  });
});

test.describe("a page without its server", () => {
  test.use({ expectedErrors: /WebSocket connection|ERR_/ });

  test("says how to start it", async ({ page }) => {
    await page.routeWebSocket(/\/ws\/stream/, (socket) => {
      void socket.close();
    });
    await page.route("**/api/**", (route) => route.abort("connectionrefused"));
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "No connection to the server" })).toBeVisible();
    await expect(page.getByText("./spyglass demo", { exact: true })).toBeVisible();
    await picture(page, "empty-no-server");
  });

  test("is told apart from one that is full", async ({ page }) => {
    await page.routeWebSocket(/\/ws\/stream/, (socket) => {
      void socket.close({ code: 1013, reason: "All 256 places are taken" });
    });
    await page.goto("/");
    await expect(page.getByText("All 256 places are taken.")).toBeVisible();
  });

  test("is told apart from one that keeps its stream from the page", async ({ page }) => {
    await page.routeWebSocket(/\/ws\/stream/, (socket) => {
      void socket.close();
    });
    await page.goto("/");
    await expect(page.getByText(/CORS_ORIGINS to name this page’s origin/)).toBeVisible();
  });
});
