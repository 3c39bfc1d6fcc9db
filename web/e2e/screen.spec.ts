// The live screen on the real server, which plays a simulated day at sixty times its pace.
import { expect, open, picture, standAt, steer, test } from "./test";

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
  await standAt(page, "13:42:07");
  await steer(page, { action: "play" });
  await expect(page.locator(".live")).toHaveAttribute("data-going", "false");
  await expect(page.getByTestId("status")).toHaveText(/DEMO 60×/);
  await picture(page, "dashboard");
});

test.describe("a page that is opened", () => {
  test.afterEach(async ({ page }) => {
    await steer(page, { action: "play", speed: 60 });
  });

  for (const [width, height] of [
    [1600, 1000],
    [1280, 720],
    [900, 800],
    [390, 844],
  ] as const) {
    test(`does not move at ${String(width)} × ${String(height)}`, async ({ page }) => {
      await steer(page, { action: "pause" });
      await page.setViewportSize({ width, height });
      await page.addInitScript(() => {
        const moved: string[] = [];
        Object.assign(window, { moved });
        const describe = (node: Node | null) =>
          node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.textContent ?? "");
        new PerformanceObserver((list) => {
          // The words of the pill, which say first that the page connects, are far below that.
          const seen = (list.getEntries() as LayoutShift[]).filter(({ value }) => value > 0.002);
          for (const shift of seen) {
            moved.push(...shift.sources.map(({ node }) => `${shift.value.toFixed(5)} ${describe(node)}`));
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
      await open(page);
      await expect(page.getByRole("region", { name: "Replay" })).toBeVisible();
      if (width >= 1100) {
        await expect(page.locator(".plot-body canvas")).toBeVisible();
        await expect(page.locator(".heat-scale li").last()).toHaveText(/\d/);
      }
      expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
    });
  }
});

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}
