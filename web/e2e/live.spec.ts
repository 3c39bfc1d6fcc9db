// Each state of a live screen, as a real server and the vendor's double bring it about.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { OwnServer } from "./server";
import { expect, open, picture, test } from "./test";

const patience = 300_000;

test.describe.configure({ mode: "serial", timeout: patience });

let vendor: OwnServer;
let prompt: OwnServer;

async function started(server: OwnServer): Promise<OwnServer> {
  server.start();
  await expect.poll(() => server.isReady(), { timeout: patience }).toBe(true);
  return server;
}

/** A server that the page looks at for a while. */
async function beside(page: Page, server: OwnServer, look: () => Promise<void>): Promise<void> {
  try {
    await started(server);
    await look();
    await page.goto("about:blank");
  } finally {
    await server.discard();
  }
}

/** Whether a server has fetched what traded before it looked. */
async function hasFetched({ url }: OwnServer): Promise<boolean> {
  const { holes } = (await (await fetch(`${url}/api/holes`)).json()) as { holes: { filled: boolean }[] };
  return holes.length > 0 && holes.every(({ filled }) => filled);
}

/** Where a live server keeps the day that it captures. */
function journal(server: OwnServer): string {
  return join(server.folder ?? "", "data", "journal", "2026-11-20");
}

test.beforeAll(async () => {
  test.setTimeout(patience);
  vendor = await started(await OwnServer.vendor());
  prompt = await started(await OwnServer.live(vendor, "any-key"));
  await expect.poll(() => hasFetched(prompt), { timeout: patience }).toBe(true);
});

test.afterAll(async () => {
  await prompt.discard();
  await vendor.discard();
});

const status = (page: Page) => page.getByTestId("status");
const live = /^[●◐] LIVE/;

test("is live, and tells of how many contracts its totals are", async ({ page }) => {
  await open(page, prompt.url);
  await expect(status(page)).toHaveText(live);
  await expect(page.getByTestId("Totals of")).toHaveText(/^\d+ of \d{3}$/);
  await expect(page.getByTestId("ATM IV")).toHaveText(/%$/);
  await expect(page.getByRole("region", { name: "Replay" })).toHaveCount(0);
  const watched = await page.getByRole("rowheader").count();
  await expect(status(page)).toHaveText(/^● LIVE \d+ ms$/);
  await picture(page, "state-live");

  await page.keyboard.press("w");
  await expect(page.getByRole("rowheader")).not.toHaveCount(watched);
  await page.keyboard.press("w");
  await expect(page.getByRole("rowheader")).toHaveCount(watched);
});

test("says within seconds that nothing comes, why, and what was missed", async ({ page }) => {
  await open(page, prompt.url);
  await vendor.put("/_sim/faults", { batch_millis: 2_500 });
  await expect(status(page)).toHaveText(/^◐ LIVE [12]\.\d s$/);
  await picture(page, "state-slow");
  await vendor.put("/_sim/faults", { batch_millis: 20 });
  await expect(status(page)).toHaveText(/^● LIVE/);

  await vendor.put("/_sim/faults", { half_open: true });
  await expect(status(page)).toHaveText(/^▲ STALE [3-9]\.\d s$/);
  await expect(page.locator(".live.past")).toBeVisible();
  await picture(page, "state-stale");
  await status(page).click();
  await expect(page.locator(".feed-panel .trouble").first()).toContainText("options: the line does not answer");

  await vendor.put("/_sim/faults", { half_open: false, half_open_seconds: 0.1 });
  await expect(status(page)).toHaveText(live);
  await expect(page.locator(".live.past")).toHaveCount(0);
  await page.locator(".feed-panel summary").click();
  await expect(page.locator(".feed-panel details")).toContainText(/the vendor closed with 1006, filled/);
  await picture(page, "state-holes");
});

test("calls a line stale that answers and brings nothing", async ({ page }) => {
  await open(page, prompt.url);
  await vendor.put("/_sim/faults", { silent: true });
  await expect(status(page)).toHaveText(/^▲ STALE/);
  await vendor.put("/_sim/faults", { silent: false });
  await expect(status(page)).toHaveText(live);
});

test("goes to a recorded day and back, with all that came meanwhile", async ({ page }) => {
  await open(page, prompt.url);
  await expect(status(page)).toHaveText(live);
  await page.keyboard.press("d");
  await page.getByRole("button", { name: /20 Nov.*recorded live/ }).click();
  await expect(status(page)).toHaveText(/^▶ REPLAY/);
  await expect(page.getByRole("region", { name: "Replay" })).toBeVisible();
  const at = await page.request.post(`${prompt.url}/api/replay`, { data: { action: "seek", at: "13:30:50" } });
  expect(at.ok(), await at.text()).toBe(true);
  await expect(page.locator(".live")).toHaveAttribute("data-going", "false");
  await expect(page.getByTestId("Totals of")).toHaveText(/of \d{3}$/);
  await picture(page, "state-replay");

  await page.keyboard.press("l");
  await expect(status(page)).toHaveText(live);
  await expect(page.getByRole("region", { name: "Replay" })).toHaveCount(0);
});

test("is late as the plan has it, and says that it is not recording until it is", async ({ page }) => {
  const late = await OwnServer.live(vendor, "developer");
  // A file where its folder belongs: nothing can be recorded there.
  await mkdir(join(journal(late), ".."), { recursive: true });
  await writeFile(journal(late), "");
  await beside(page, late, async () => {
    await open(page, late.url);
    await expect(status(page)).toHaveText(/^◔ DELAYED 15 min$/);
    await expect(page.getByText("NOT RECORDING")).toBeVisible();
    await expect.poll(() => hasFetched(late)).toBe(true);
    await picture(page, "state-not-recording");
    await status(page).click();
    await expect(page.locator(".feed-panel .trouble").first()).toContainText(/not recording: .*journal/);
    await page.keyboard.press("Escape");

    await rm(journal(late));
    await expect(page.getByText("NOT RECORDING")).toHaveCount(0);
    await picture(page, "state-delayed");
  });
});

test("without a key it shows no market, and a simulated one for the asking", async ({ page }) => {
  const offline = await OwnServer.live(vendor, null);
  await beside(page, offline, async () => {
    await page.goto(offline.url);
    await expect(status(page)).toHaveText(/^○ OFFLINE/);
    await picture(page, "state-no-market");
    await page.getByRole("button", { name: "Start the demo" }).click();
    await expect(status(page)).toHaveText(/^▶ DEMO/);
    await expect(page.getByTestId("Volume")).toHaveText(/\d/);
    await expect(page.getByTestId("Totals of")).toHaveCount(0);
    await picture(page, "state-demo");
  });
});

test("is closed behind the market's day, and a refused key is told even then", async ({ page }) => {
  await open(page, prompt.url);
  await vendor.put("/_sim/clock", { at: "17:30" });
  await expect(status(page)).toHaveText(/^○ MARKET CLOSED/);
  await expect(page.getByTestId("Volume")).toHaveText(/\d/);
  await picture(page, "state-closed");

  const refused = await OwnServer.live(vendor, "invalid");
  await beside(page, refused, async () => {
    await page.goto(refused.url);
    await expect(status(page)).toHaveText(/^✕ KEY REFUSED/);
    await expect(page.getByRole("heading", { name: "The vendor refuses the key" })).toBeVisible();
    await expect(page.getByText(/Unknown API Key/).last()).toBeVisible();
    await picture(page, "state-key-refused");
  });
});
