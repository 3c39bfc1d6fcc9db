// The ladder on the real server: every strike of the expiry, the spot among them, by key and click.
import type { Locator, Page } from "@playwright/test";
import { expect, open, picture, steer, test, violations } from "./test";

test.beforeEach(async ({ page }) => {
  await open(page);
});

test.afterEach(async ({ page }) => {
  await steer(page, { action: "play", speed: 60 });
});

const grid = (page: Page): Locator => page.getByRole("grid", { name: "Strikes" });

/** The strikes drawn, from the top of the screen, with the middles of their rows. */
function drawnStrikes(page: Page): Promise<{ strike: number; middle: number }[]> {
  return grid(page).evaluate((box) =>
    [...box.querySelectorAll("[role=rowheader]")]
      .map((cell) => {
        const { top, height } = cell.getBoundingClientRect();
        return { strike: Number.parseFloat(cell.textContent), middle: top + height / 2 };
      })
      .sort((one, other) => one.middle - other.middle),
  );
}

/** The spot's price and the height of its line, read in one moment. */
function spotLine(page: Page): Promise<{ price: number; at: number }> {
  return page.getByTestId("spot-line").evaluate((line) => ({
    price: Number(line.textContent.replaceAll(",", "")),
    at: line.getBoundingClientRect().top,
  }));
}

/** A quarter past eleven, standing still. */
async function standStill(page: Page): Promise<void> {
  await steer(page, { action: "pause" });
  await steer(page, { action: "seek", at: "11:15" });
  await expect(page.getByRole("banner").locator("time")).toHaveText("11:15:00 ET");
}

test("strikes run down, all of them are there, few of them are drawn", async ({ page }) => {
  const strikes = (await drawnStrikes(page)).map(({ strike }) => strike);
  expect(strikes).toEqual(strikes.toSorted((one, other) => other - one));

  const rows = Number(await grid(page).getAttribute("aria-rowcount"));
  expect(rows).toBeGreaterThan(100);
  expect(strikes.length).toBeLessThan(rows / 2);

  await page.getByRole("button", { name: "Highest strike first" }).click();
  await expect(page).toHaveURL(/order=ascending/);
  const turned = (await drawnStrikes(page)).map(({ strike }) => strike);
  expect(turned).toEqual(turned.toSorted((one, other) => one - other));
});

test("the spot's line stands between the strikes that its price is between", async ({ page }) => {
  await standStill(page);
  await expect(async () => {
    const { price, at } = await spotLine(page);
    const rows = await drawnStrikes(page);
    const above = rows.findLast(({ strike }) => strike > price);
    const below = rows.find(({ strike }) => strike < price);
    expect(above?.middle).toBeLessThan(at);
    expect(below?.middle).toBeGreaterThan(at);
    const share = ((above?.strike ?? 0) - price) / ((above?.strike ?? 0) - (below?.strike ?? 0));
    const drawn = (at - (above?.middle ?? 0)) / ((below?.middle ?? 0) - (above?.middle ?? 0));
    expect(Math.abs(share - drawn)).toBeLessThan(0.1);
  }).toPass();
});

test("a scroll ends the following, and a key brings the spot back", async ({ page }) => {
  await expect(page.getByTestId("spot-line")).toBeInViewport();
  await grid(page).hover();
  await page.mouse.wheel(0, 1500);
  await expect(page.getByRole("button", { name: /Re-centre/ })).toBeVisible();
  await expect(page.getByTestId("spot-line")).not.toBeInViewport();

  await page.getByRole("button", { name: /Re-centre/ }).click();
  await expect(page.getByTestId("spot-line")).toBeInViewport();
  await expect(page.getByRole("button", { name: /Re-centre/ })).toBeHidden();
});

test("arrows move a cell at a time, and what is focused stays in sight", async ({ page }) => {
  await standStill(page);
  const stop = grid(page).locator("[tabindex='0']");
  await expect(stop).toHaveCount(1);
  await stop.focus();
  const before = Number(await stop.innerText());

  for (let press = 0; press < 30; press += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(stop).toBeFocused();
  await expect(stop).toBeInViewport();
  expect(Number(await stop.innerText())).toBeLessThan(before);
  // The replay, which steps by arrows too, has not moved.
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("banner").locator("time")).toHaveText("11:15:00 ET");

  await page.keyboard.press("c");
  await expect(page.getByTestId("spot-line")).toBeInViewport();
});

interface Numbers {
  readonly ticker: string;
  readonly strike: number;
  readonly right: "C" | "P";
  readonly volume: number;
  readonly bought: number;
  readonly sold: number;
  readonly unclassified: number;
  readonly premium: number;
  readonly net_premium: number;
  readonly last_minute_volume: number;
}

async function served(page: Page, strike: number, right: "C" | "P"): Promise<Numbers> {
  const answer = await page.request.get("/api/flow?underlying=SPX");
  const { contracts } = (await answer.json()) as { contracts: Numbers[] };
  const found = contracts.find((each) => each.strike === strike && each.right === right);
  if (found === undefined) {
    throw new Error(`/api/flow has no ${String(strike)} ${right}`);
  }
  return found;
}

const told = (text: string) => Number(text.replace("−", "-").replaceAll(/[$,+]/g, ""));

test("a strike opens by Enter and tells what the server does", async ({ page }) => {
  await standStill(page);
  const stop = grid(page).locator("[tabindex='0']");
  const strike = Number(await stop.innerText());
  await stop.focus();
  await page.keyboard.press("Enter");
  const detail = page.getByRole("complementary", { name: new RegExp(`^SPXW ${String(strike)} `) });
  await expect(detail).toBeVisible();

  const call = await served(page, strike, "C");
  const put = await served(page, strike, "P");
  const numbers = async (name: string) =>
    (await detail.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) })
      .getByRole("cell").allInnerTexts()).map(told);
  expect(call.bought + call.sold + call.unclassified).toBe(call.volume);
  expect(await numbers("Volume")).toEqual([call.volume, put.volume]);
  expect(await numbers("Bought")).toEqual([call.bought, put.bought]);
  expect(await numbers("Sold")).toEqual([call.sold, put.sold]);
  expect(await numbers("No side")).toEqual([call.unclassified, put.unclassified]);
  expect(await numbers("Premium")).toEqual([call.premium, put.premium]);
  expect(await numbers("Net premium")).toEqual([call.net_premium, put.net_premium]);

  await expect(detail.getByRole("img", { name: /^Chart: Price of O:SPXW/ }).locator("canvas")).toBeVisible();
  await detail.getByRole("button", { name: "View as table" }).nth(1).click();
  const minutes = detail.getByRole("region", { name: /^Table: Flow/ }).getByRole("row");
  const volumes = await minutes.evaluateAll((rows) =>
    rows.slice(1).map((row) => Number(row.querySelector("td")?.textContent.replaceAll(",", ""))),
  );
  expect(volumes.reduce((sum, volume) => sum + volume, 0)).toBe(call.volume);
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press("Escape");
  await expect(detail).toBeHidden();
  expect(page.url()).not.toContain("strike=");
});

test("the last minute is there as the page opens on a day that stands still", async ({ page }) => {
  await standStill(page);
  await page.reload();
  const stop = grid(page).locator("[tabindex='0']");
  const strike = Number(await stop.innerText());
  const recent = page.getByRole("columnheader", { name: "Δ1m" });
  const column = (await recent.first().getAttribute("aria-colindex")) ?? "";
  const call = await served(page, strike, "C");

  expect(call.last_minute_volume).toBeGreaterThan(0);
  const row = grid(page).getByRole("row").filter({ has: page.locator("[tabindex='0']") });
  await expect(row.locator(`[aria-colindex='${column}']`)).toHaveText(String(call.last_minute_volume));
});

test("a strike opens by a click, goes along with the day, and leaves the ladder in sight", async ({
  page,
}) => {
  await page.getByRole("rowheader").nth(12).click();
  const detail = page.getByRole("complementary", { name: /^SPXW \d+ / });
  await expect(detail).toBeVisible();
  const [ladder, drawer] = await Promise.all([grid(page).boundingBox(), detail.boundingBox()]);
  expect((ladder?.x ?? 0) + (ladder?.width ?? 0)).toBeLessThanOrEqual(drawer?.x ?? 0);

  const time = detail.locator(".plot-time").first();
  const before = await time.innerText();
  await expect(time).not.toHaveText(before);
  await picture(page, "detail");
});

test("a telephone shows a strike on the whole screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("rowheader").nth(10).click();
  const dialog = page.getByRole("dialog", { name: /^SPXW \d+ / });
  await expect(dialog).toBeVisible();
  expect((await dialog.boundingBox())?.width).toBe(390);

  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
});

test("a strike that does not exist says so", async ({ page }) => {
  await open(page, "/?strike=SPXW 1");
  await expect(page.getByText(/SPX has no SPXW 1 on this date/)).toBeVisible();
});

test("the choice of columns and strikes is in the address", async ({ page }) => {
  await page.getByRole("button", { name: "Quotes" }).click();
  await expect(page.getByRole("columnheader", { name: "Ask" }).first()).toBeVisible();
  await page.getByLabel("Which strikes").selectOption("±10");
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "23");
  await expect(page).toHaveURL(/columns=quotes/);
  await expect(page).toHaveURL(/strikes=/);

  await page.reload();
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "23");
  await expect(page.getByRole("columnheader", { name: "Bid" }).first()).toBeVisible();
});

test("the ladder goes into a file and into a command line", async ({ page }) => {
  await page.getByRole("button", { name: "Export" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^SPX-2026-11-20-ladder-\d{6}Z\.csv$/);
  await expect(page.getByText(/^curl 'http.*\/api\/flow\?underlying=SPX&expiry=2026-11-20'$/)).toBeVisible();
});

test("a telephone shows one side at a time", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("columnheader", { name: "Calls" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Puts" })).toHaveCount(0);

  await page.getByRole("group", { name: "Side" }).getByRole("button", { name: "Puts" }).click();
  await expect(page.getByRole("columnheader", { name: "Puts" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Calls" })).toHaveCount(0);
  await expect(page.getByTestId("spot-line")).toBeInViewport();
});
