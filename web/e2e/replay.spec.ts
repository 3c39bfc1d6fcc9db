// The replay's one clock, in one tab and in several.
import { expect, open, picture, standAt, steer, test } from "./test";

test.afterEach(async ({ page }) => {
  await steer(page, { action: "play", speed: 60 });
});

test("the replay pauses, steps, jumps and goes on", async ({ page }) => {
  await open(page);
  const bar = page.getByRole("region", { name: "Replay" });
  const time = page.getByRole("banner").locator("time");

  await bar.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByTestId("status")).toHaveText(/DEMO paused/);
  await bar.getByLabel("Position").fill(String(Date.parse("2026-11-20T15:00:00Z")));
  await bar.getByLabel("Position").blur();
  await expect(time).toHaveText("10:00:00 ET");
  await bar.getByRole("button", { name: "Step 1 second" }).click();
  await expect(time).toHaveText("10:00:01 ET");
  await bar.getByRole("button", { name: "Back 1 second" }).click();
  await expect(time).toHaveText("10:00:00 ET");
  await bar.getByRole("button", { name: "Forward 1 minute" }).click();
  await expect(time).toHaveText("10:01:00 ET");

  await bar.getByRole("button", { name: "240×" }).click();
  await bar.getByRole("button", { name: "Play" }).click();
  await expect(page.getByTestId("status")).toHaveText(/DEMO 240×/);
  await expect(time).not.toHaveText("10:01:00 ET");
});

test("the numbers rest while the replay is on its way", async ({ page }) => {
  await open(page);
  const time = page.getByRole("banner").locator("time");
  await steer(page, { action: "pause" });
  await steer(page, { action: "seek", at: "15:30" });
  await expect(time).toHaveText("15:30:00 ET");
  const volume = await page.getByTestId("Volume").innerText();

  await steer(page, { action: "seek", at: "15:00" });
  const going = page.getByText("Going to 15:00:00 ET");
  await expect(going).toBeVisible();
  await expect(time).toHaveText("15:30:00 ET");
  expect(await page.getByTestId("Volume").innerText()).toBe(volume);
  await picture(page, "state-going");
  await expect(going).toBeHidden();
  await expect(time).toHaveText("15:00:00 ET");
});

test("heatmap and tape stay in sight while the replay is on its way, and after it", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await open(page);
  await standAt(page, "15:30");
  const print = page.getByRole("grid", { name: /Prints/ }).getByRole("row").nth(1);
  await expect(print).toContainText("15:2");
  await expect(page.locator(".heat-body canvas")).toBeVisible();
  await page.evaluate(() => {
    const lost: string[] = [];
    Object.assign(window, { lost });
    new MutationObserver(() => {
      const parts = [".print-grid", ".heat-body canvas"];
      lost.push(...parts.filter((part) => document.querySelector(part) === null));
    }).observe(document.body, { childList: true, subtree: true });
  });
  const newest = await print.innerText();

  await steer(page, { action: "seek", at: "15:00" });
  await expect(page.getByText("Going to 15:00:00 ET")).toBeVisible();
  expect(await print.innerText()).toBe(newest);
  await expect(print).toContainText("14:59");
  expect(await page.evaluate(() => (window as unknown as { lost: string[] }).lost)).toEqual([]);
});

test("several tabs share one clock", async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Go to a time" }).click();
  await page.getByLabel("New York time").fill("11:15");
  await page.keyboard.press("Enter");

  for (const tab of [page, other]) {
    await expect(tab.getByTestId("status")).toHaveText(/DEMO paused/);
    await expect(tab.getByRole("banner").locator("time")).toHaveText("11:15:00 ET");
  }
  await other.getByRole("button", { name: "Play" }).click();
  await expect(page.getByTestId("status")).toHaveText(/DEMO 60×/);
});

test("a copied link opens at its instant, once", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "/?zone=utc");
  await steer(page, { action: "pause" });
  await steer(page, { action: "seek", at: "10:30" });
  await expect(page.getByRole("banner").locator("time")).toHaveText("15:30:00 UTC");
  await page.getByRole("button", { name: "Copy a link" }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.get("replay")).toBe("2026-11-20T15:30:00Z");

  await steer(page, { action: "seek", at: "12:00" });
  await expect(page.getByRole("banner").locator("time")).toHaveText("17:00:00 UTC");
  const other = await context.newPage();
  await open(other, link);
  await expect(other.getByRole("banner").locator("time")).toHaveText("15:30:00 UTC");
  await expect(other).toHaveURL(/\/\?zone=utc&underlying=SPX$/);
  await expect(page.getByRole("banner").locator("time")).toHaveText("15:30:00 UTC");
});

test("a link to another day asks before everybody sees that day", async ({ page }) => {
  await open(page, "/?speed=4");
  await expect(page).toHaveURL(/\/$/);
  await open(page, "/?replay=2021-01-04T15:30:00Z&speed=4");
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("The link is to Mon, 4 Jan 2021. Everybody who looks at this server");
  await expect(notice.getByRole("button", { name: "Show it" })).toBeVisible();
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await expect(notice).toHaveCount(0);
  await expect(page).toHaveURL(/\/$/);
});

test.describe("a server with a key", () => {
  test.use({ expectedErrors: /status of 401/ });

  // The refusal is that of a server that does not listen on loopback.
  test("asks for it once, and the order is given again", async ({ page }) => {
    await open(page);
    await page.route("**/api/replay", async (route) => {
      if (route.request().headers()["x-api-key"] === "sesame") {
        await route.continue();
      } else {
        await route.fulfill({ status: 401, json: { status: 401, detail: "This needs the key" } });
      }
    });
    await page.keyboard.press("Space");
    await page.getByLabel("ADMIN_API_KEY").fill("sesame");
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("status")).toHaveText(/paused/);
    await page.keyboard.press("Space");
    await expect(page.getByTestId("status")).toHaveText(/60×/);
    expect(page.url()).not.toContain("sesame");
  });
});

test.describe("a refusal", () => {
  test.use({ expectedErrors: /status of 403/ });

  // The words are those of a server that does not listen on loopback.
  test("is told in the server's words", async ({ page }) => {
    await open(page);
    await page.route("**/api/replay", async (route) => {
      await route.fulfill({
        status: 403,
        contentType: "application/problem+json",
        body: JSON.stringify({ status: 403, detail: "Off loopback this needs a key" }),
      });
    });
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(page.getByRole("alert")).toHaveText("▲ The controls are closed: Off loopback this needs a key");
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  });
});
