// The page on the real server, which plays a simulated day at sixty times its pace.
import axe from "axe-core";
import { expect, test } from "./quiet";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("rowheader").first()).toBeVisible({ timeout: 60_000 });
});

test("numbers move", async ({ page }) => {
  const volume = page.getByTestId("Call volume");
  const time = page.getByRole("banner").locator("time");
  await expect(volume).not.toHaveText("–");
  const volumeBefore = await volume.innerText();
  const timeBefore = await time.innerText();

  await expect(volume).not.toHaveText(volumeBefore);
  await expect(time).not.toHaveText(timeBefore);
  await expect(page.getByTestId("spot")).toHaveText(/^\d,\d{3}\.\d\d$/);
  await expect(page.getByText(/DEMO 60×/)).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("Connected");

  if (process.env.UPDATE_SCREENSHOTS === "1") {
    await page.screenshot({ path: "../docs/images/dashboard.png" });
  }
});

test("strikes go down, with their numbers, and all of them are a click away", async ({ page }) => {
  const strikes = page.getByRole("rowheader");
  await expect(strikes).toHaveCount(7);
  const shown = (await strikes.allInnerTexts()).map(Number);
  expect(shown).toEqual(shown.toSorted((one, other) => other - one));
  await expect(page.getByText(/^spot \d,\d{3}\.\d\d$/)).toBeVisible();
  // Every strike in view has a volatility, and .xx for a delta.
  for (const line of await page.getByRole("row").filter({ has: strikes }).all()) {
    await expect(line).toHaveText(/\d\.\d%.*\.\d\d/);
  }

  await page.getByRole("checkbox", { name: /^all \d+ contracts$/ }).check();
  expect(await strikes.count()).toBeGreaterThan(20);
});

test("the replay pauses, steps, jumps and goes on", async ({ page }) => {
  const bar = page.getByRole("region", { name: "Replay" });
  const time = page.getByRole("banner").locator("time");

  await bar.getByRole("button", { name: "Pause" }).click();
  await expect(bar.getByRole("button", { name: "Play" })).toBeVisible();
  await expect(page.getByText(/DEMO paused/)).toBeVisible();

  await bar.getByLabel("Position").fill(String(Date.parse("2026-11-20T15:00:00Z")));
  await bar.getByLabel("Position").blur();
  await expect(time).toHaveText("10:00:00 ET");
  await bar.getByRole("button", { name: "Step" }).click();
  await expect(time).toHaveText("10:00:01 ET");

  await bar.getByLabel("speed").selectOption("240×");
  await bar.getByRole("button", { name: "Play" }).click();
  await expect(page.getByText(/DEMO 240×/)).toBeVisible();
  await expect(time).not.toHaveText("10:00:01 ET");
  await bar.getByLabel("speed").selectOption("60×");
});

test("nobody is shut out", async ({ page }) => {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const results = await (window as unknown as { axe: typeof axe }).axe.run();
    return results.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });

  expect(violations).toEqual([]);
});
