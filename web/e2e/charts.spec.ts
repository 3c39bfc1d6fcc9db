// The charts on the real server: what they show is what the server says, to the last dollar.
import type { Page } from "@playwright/test";
import type { HeatmapAnswer } from "../src/model/heatmap";
import { expect, open, standAt, steer, test, violations } from "./test";

test.use({ viewport: { width: 1600, height: 1000 } });

test.afterEach(async ({ page }) => {
  await steer(page, { action: "play", speed: 60 });
});

/** The page at an instant of the replay that stands still. */
async function openAt(page: Page, time: string, query = ""): Promise<void> {
  await standAt(page, time);
  await open(page, `/${query}`);
  await expect(heatmap(page).locator("canvas")).toBeVisible();
}

const heatmap = (page: Page) => page.getByRole("application", { name: /by strike and time/ });
const premium = (page: Page) => page.getByRole("region", { name: "Net premium and price" });

const dollars = (value: number) =>
  (value > 0 ? "+" : value < 0 ? "−" : "") +
  `$${Math.round(Math.abs(value)).toLocaleString("en-US")}`;

async function answer(page: Page, query: string): Promise<HeatmapAnswer> {
  return (await (await page.request.get(`/api/heatmap?${query}`)).json()) as HeatmapAnswer;
}

/** What the server says of one cell, calls and puts together; null for no prints. */
function cell(of: HeatmapAnswer, strike: number, step: number): number | null {
  const found = [of.calls, of.puts].flatMap(({ strike_index, step_index, value }) =>
    value.filter(
      (_, place) => of.strikes[strike_index[place] ?? -1] === strike && step_index[place] === step,
    ),
  );
  return found.length === 0 ? null : found.reduce((sum, value) => sum + value, 0);
}

test("the premium chart ends where the server's totals are", async ({ page }) => {
  await openAt(page, "10:30:30");
  const flow = (await (await page.request.get("/api/flow")).json()) as {
    totals: { call_net_premium: number; put_net_premium: number };
    spot: number;
  };
  const legend = premium(page).getByRole("definition");

  await expect(legend).toHaveText([
    "10:30",
    flow.spot.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    dollars(flow.totals.call_net_premium),
    dollars(flow.totals.put_net_premium),
  ]);
});

test("the premium chart is drawn in any theme and size though nothing arrives", async ({ page }) => {
  await openAt(page, "10:30:30");
  await expect(premium(page).locator("canvas")).toBeVisible();
  for (const [colorScheme, width] of [
    ["dark", 1600],
    ["light", 1600],
    ["light", 1280],
    ["dark", 600],
    ["dark", 1280],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 1000 });
    if (width < 768) {
      await page.getByRole("button", { name: "Premium", exact: true }).click();
    }
    await expect.poll(() => linesDrawn(page)).toEqual(["spot", "call", "put"]);
  }
});

/** The lines whose colour is found in the premium chart. */
async function linesDrawn(page: Page): Promise<readonly string[]> {
  return premium(page).evaluate((panel) => {
    const canvas = panel.querySelector("canvas");
    const context = canvas?.getContext("2d");
    if (!canvas || !context) {
      return [];
    }
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set<string>();
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] === 255) {
        seen.add([...data.slice(at, at + 3)].map((part) => part.toString(16).padStart(2, "0")).join(""));
      }
    }
    const style = getComputedStyle(panel);
    const token = (name: string) => style.getPropertyValue(`--${name}`).trim().slice(1);
    return ["spot", "call", "put"].filter((name) => seen.has(token(name)));
  });
}

test("the premium chart is a table too", async ({ page }) => {
  await openAt(page, "10:30:30");
  await premium(page).getByRole("button", { name: "View as table" }).click();
  const rows = premium(page).getByRole("table").getByRole("row");

  await expect(rows).toHaveCount(62);
  await expect(rows.nth(1).getByRole("rowheader")).toHaveText("09:31");
});

test("a heatmap's cell says what the server says", async ({ page }) => {
  await openAt(page, "10:30:30");
  const said = await answer(page, "measure=net_premium&step=300");
  const live = heatmap(page).locator("[aria-live]");
  await heatmap(page).focus();
  for (const key of ["ArrowLeft", "ArrowLeft", "ArrowUp", "ArrowLeft", "ArrowDown", "Home"]) {
    await page.keyboard.press(key);
    await expect(live).toHaveText(/^Strike \d+, \d\d:\d\d–\d\d:\d\d ET: /);
    const words = await live.innerText();
    const [, strike, hour, minute, value] =
      /^Strike (\d+), (\d\d):(\d\d)–.* ET: ([^.]*)\. /.exec(words) ?? [];
    const step = (60 * Number(hour) + Number(minute) - 570) / 5;
    const expected = cell(said, Number(strike), step);
    expect(value).toBe(expected === null ? "no prints" : dollars(expected));
  }
});

test("the pointer reads the cell under it, and a click opens its strike", async ({ page }) => {
  await openAt(page, "10:30:30", "?measure=volume&step=15");
  const said = await answer(page, "measure=volume&step=900");
  const box = await heatmap(page).boundingBox();
  expect(box).not.toBeNull();
  const middle = { x: 62, y: (box?.height ?? 0) / 2 };
  await heatmap(page).hover({ position: middle });
  const tip = page.locator(".heat-tip");
  await expect(tip).toContainText("09:30–09:45 ET");
  const strike = Number(/(\d+) · /.exec(await tip.innerText())?.[1]);
  const expected = cell(said, strike, 0);
  await expect(tip.locator("strong")).toHaveText(
    expected === null ? "no prints" : `${expected.toLocaleString("en-US")} contracts`,
  );

  await heatmap(page).click({ position: middle });
  await expect(page).toHaveURL(new RegExp(`strike=SPXW(\\+|%20)${String(strike)}`));
});

test("what is shown stands in the address", async ({ page }) => {
  await openAt(page, "10:30:30");
  const panel = page.getByRole("region", { name: "Strike × time" });
  await panel.getByLabel("What the colours measure").selectOption("Premium");
  await panel.getByRole("button", { name: "P", exact: true }).click();
  await panel.getByRole("button", { name: "15m" }).click();
  await expect(page).toHaveURL(/measure=premium/);
  await expect(page).toHaveURL(/right=put/);
  await expect(page).toHaveURL(/step=15/);

  await panel.getByRole("button", { name: "Fewer strikes" }).click();
  await expect(page).toHaveURL(/range=\d+-\d+/);
  await panel.getByRole("button", { name: "Auto" }).click();
  await expect(page).not.toHaveURL(/range=/);

  await panel.getByRole("button", { name: "Table" }).click();
  const table = panel.getByRole("table", { name: "Premium by strike and time" });
  await expect(table.getByRole("rowheader").first()).toHaveText("10:30");
});

test("the heatmap's file holds every cell", async ({ page }) => {
  await openAt(page, "10:30:30");
  const said = await answer(page, "measure=net_premium&step=300");
  const waits = page.waitForEvent("download");
  const panel = page.getByRole("region", { name: "Strike × time" });
  await panel.getByRole("button", { name: "CSV" }).click();
  const file = await waits;
  expect(file.suggestedFilename()).toBe("SPX-2026-11-20-heatmap-net-premium-5min.csv");
  const stream = await file.createReadStream();
  const lines = Buffer.concat(await stream.toArray()).toString("utf8").trim().split("\r\n");
  const cells = lines
    .slice(1)
    .flatMap((line) => line.split(",").slice(4))
    .filter((value) => value !== "");
  expect(cells).toHaveLength(said.calls.value.length + said.puts.value.length);
});

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("two fingers apart show fewer strikes, together more", async ({ page }) => {
    await openAt(page, "10:30:30", "?panel=heatmap&range=6500-6700");
    const browser = await page.context().newCDPSession(page);
    const box = await heatmap(page).boundingBox();
    const middle = { x: 160, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    const pinch = async (...halves: readonly number[]) => {
      for (const [place, half] of halves.entries()) {
        await browser.send("Input.dispatchTouchEvent", {
          type: place === 0 ? "touchStart" : "touchMove",
          touchPoints: [-half, half].map((off, id) => ({ x: middle.x, y: middle.y + off, id })),
        });
      }
      await browser.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    const span = () => {
      const [low, high] = (new URL(page.url()).searchParams.get("range") ?? "").split("-").map(Number);
      return (high ?? 0) - (low ?? 0);
    };
    await pinch(30, 60, 90);
    await expect.poll(span).toBeLessThan(200);
    const fewer = span();
    await pinch(90, 60, 30);
    await expect.poll(span).toBeGreaterThan(fewer);
  });
});

for (const theme of ["dark", "light"] as const) {
  test(`nobody is shut out of the charts in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openAt(page, "10:30:30");
    expect(await violations(page, "#premium, #heatmap")).toEqual([]);
  });
}
