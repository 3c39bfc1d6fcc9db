// The live screen on the real server, which plays a simulated day at sixty times its pace.
import { expect, open, picture, test } from "./test";

test("numbers move", async ({ page }) => {
  await open(page);
  const volume = page.getByTestId("Volume");
  const time = page.getByRole("banner").locator("time");
  const volumeBefore = await volume.innerText();
  const timeBefore = await time.innerText();

  await expect(volume).not.toHaveText(volumeBefore);
  await expect(time).not.toHaveText(timeBefore);
  await expect(page.getByTestId("spot")).toHaveText(/^\d,\d{3}\.\d\d$/);
  await expect(page.getByTestId("status")).toHaveText(/DEMO 60×/);
  await expect(page.getByTestId("announcement")).toHaveText("Connected");
  await expect(page).toHaveTitle(/^SPX \d,\d{3}\.\d\d ▶ DEMO · Spyglass$/);
  await picture(page, "dashboard");
});

test("strikes go down, with their numbers, and all of them are a click away", async ({ page }) => {
  await open(page);
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
