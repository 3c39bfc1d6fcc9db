// A tour of the page by keys alone.
import { expect, open, steer, test } from "./test";

test.afterEach(async ({ page }) => {
  await steer(page, { action: "play", speed: 60 });
});

test("keys alone reach everything", async ({ page }) => {
  await open(page);
  const time = page.getByRole("banner").locator("time");
  const status = page.getByTestId("status");
  const keys = page.keyboard;

  await keys.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the numbers" })).toBeFocused();
  await keys.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await keys.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys and help" });
  await expect(sheet).toContainText("Play or pause");
  await expect(sheet).toContainText("Shift ←");
  await keys.press("Escape");
  await expect(sheet).toHaveCount(0);

  await keys.press("Space");
  await expect(status).toHaveText(/paused/);
  await keys.press("t");
  await expect(page.getByLabel("New York time")).toBeFocused();
  await keys.type("10:30");
  await keys.press("Enter");
  await expect(time).toHaveText("10:30:00 ET");
  await expect(page.getByRole("main")).toBeFocused();
  await keys.press("ArrowRight");
  await expect(time).toHaveText("10:30:01 ET");
  await keys.press("ArrowLeft");
  await expect(time).toHaveText("10:30:00 ET");
  await keys.press("Shift+ArrowRight");
  await expect(time).toHaveText("10:31:00 ET");
  await keys.press("Shift+ArrowLeft");
  await expect(time).toHaveText("10:30:00 ET");
  await keys.press("[");
  await keys.press("Space");
  await expect(status).toHaveText(/DEMO 16×/);
  await keys.press("]");
  await expect(status).toHaveText(/DEMO 60×/);

  await keys.press("g");
  await keys.press("h");
  await expect(page).toHaveURL(/panel=heatmap/);
  await expect(page.locator('[data-panel="heatmap"]')).toBeFocused();
});

test("the palette does by name what keys do, and what has none", async ({ page }) => {
  await open(page, "/?panel=tape");
  const keys = page.keyboard;
  await keys.press("Control+k");
  const field = page.getByRole("combobox", { name: "What to do" });
  await expect(field).toBeFocused();
  await keys.type("univ");
  await expect(page.getByRole("dialog").getByRole("option", { selected: true })).toContainText("Times in universal time");
  await keys.press("Enter");
  await expect(field).toHaveCount(0);
  await expect(page.getByRole("banner").locator("time")).toHaveText(/UTC$/);

  await keys.press("Control+k");
  await keys.type("filter the tape");
  await page.getByRole("option", { name: /Filter the tape ?\/$/ }).click();
  await expect(page.getByLabel("Filter in words")).toBeFocused();

  await keys.press("Control+k");
  await keys.type("theme");
  await keys.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");

  await keys.press("Control+k");
  await keys.type("glossary");
  await keys.press("Enter");
  await expect(page).toHaveURL(/\/glossary$/);
  await expect(page.getByRole("heading", { level: 1, name: "Glossary" })).toBeVisible();
});

test("the palette goes to a strike, a time, a word and a preset", async ({ page }) => {
  await open(page);
  const keys = page.keyboard;
  const type = async (text: string) => {
    await keys.press("Control+k");
    await expect(page.getByRole("combobox", { name: "What to do" })).toBeFocused();
    await keys.type(text);
  };
  await type("10:30");
  await keys.press("Enter");
  await expect(page.getByRole("banner").locator("time")).toHaveText(/^10:3\d:\d\d ET$/);

  const stop = page.getByRole("grid", { name: "Strikes" }).locator("[tabindex='0']");
  const strike = Number(await stop.innerText());
  await type(String(strike + 1));
  await keys.press("ArrowDown");
  await keys.press("Enter");
  await expect(page).toHaveURL(new RegExp(`strike=SPXW\\W${String(strike)}.*side=put|side=put.*strike=SPXW\\W${String(strike)}`));
  await expect(page.getByRole("complementary", { name: `SPXW ${String(strike)} ` })).toBeVisible();

  await type("sweeps");
  await keys.press("Enter");
  await expect(page.getByLabel("Filter in words")).toHaveValue("cond:sweep");

  await type("xyzzy");
  await expect(page.getByRole("dialog")).toContainText("a strike such as 6600");
  await page.getByRole("combobox", { name: "What to do" }).fill("put/call");
  await keys.press("Enter");
  await expect(page).toHaveURL(/\/glossary#put_call$/);
  await expect(page.getByRole("heading", { name: "Put/call ratio" })).toBeInViewport();
});

test("Escape closes an explanation before the detail behind it", async ({ page }) => {
  await open(page);
  await page.getByRole("grid", { name: "Strikes" }).getByRole("rowheader").first().click();
  const detail = page.getByRole("complementary");
  await expect(detail).toBeVisible();
  await page.getByRole("button", { name: /^What is/ }).first().click();
  const explanation = page.locator(".popover:popover-open");
  await expect(explanation).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(explanation).toHaveCount(0);
  await expect(detail).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(detail).toHaveCount(0);
});

test("single keys can be turned off, and stay off in the address", async ({ page }) => {
  await open(page, "/?keys=off");
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "What to do" })).toBeFocused();
  await expect(page.getByTestId("status")).not.toHaveText(/paused/);
});
