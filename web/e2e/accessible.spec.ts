// Every page in both themes, on a desk and on a telephone: no rule of axe is broken, nothing is cut off.
import { expect, open, picture, standAt, steer, test, violations } from "./test";

const sizes = {
  desk: { width: 1440, height: 900 },
  laptop: { width: 1280, height: 720 },
  tablet: { width: 900, height: 1100 },
  phone: { width: 390, height: 844 },
} as const;

test.afterEach(async ({ page }) => {
  await steer(page, { action: "play" });
});

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    // At rest: a cell that has just changed is lit for a moment.
    test.beforeEach(async ({ page }) => {
      await steer(page, { action: "pause" });
    });

    test("the live screen shuts nobody out and fits, whatever its size", async ({ page }) => {
      await standAt(page, "13:42:07");
      for (const [name, size] of Object.entries(sizes)) {
        await page.setViewportSize(size);
        await open(page);
        const overflow = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return { width: scrollWidth - window.innerWidth, height: scrollHeight - window.innerHeight };
        });

        expect(overflow, name).toEqual({ width: 0, height: 0 });
        expect(await violations(page), name).toEqual([]);
        if (name === "desk" || name === "phone") {
          await picture(page, `live-${name}-${colorScheme}`);
        }
      }
    });

    test("what lies over it shuts nobody out either", async ({ page }) => {
      await open(page);
      await page.getByRole("button", { name: "What is Expected move (straddle)?" }).click();
      await expect(page.getByText("0.8 standard deviations")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(page.getByText("0.8 standard deviations")).toBeHidden();

      await page.getByRole("button", { name: "Commands" }).click();
      await expect(page.getByRole("combobox", { name: "What to do" })).toBeFocused();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");

      await page.getByTestId("status").click();
      await expect(page.getByText("Frames missed")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");

      await page.keyboard.press("d");
      await expect(page.getByText("Nothing is recorded here.")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Keys and help" }).click();
      await expect(page.getByRole("dialog", { name: "Keys and help" })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      if (colorScheme === "dark") {
        await picture(page, "keys");
      }
    });

    test("the glossary shuts nobody out", async ({ page }) => {
      await page.goto("/glossary#net_premium");
      await expect(page.getByRole("heading", { name: "Net premium" })).toBeInViewport();
      expect(await violations(page)).toEqual([]);
      if (colorScheme === "dark") {
        await picture(page, "glossary");
      }
    });
  });
}

test("what is shown on a telephone stands in the address", async ({ page }) => {
  await page.setViewportSize(sizes.phone);
  await open(page);
  await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "Heatmap" }).click();
  await expect(page).toHaveURL(/panel=heatmap/);
  await expect(page.locator('[data-panel="heatmap"]')).toBeVisible();
  await expect(page.locator('[data-panel="ladder"]')).toHaveCount(0);

  await page.reload();
  await expect(page.locator('[data-panel="heatmap"]')).toBeVisible();
});

test("nothing is resized while numbers change", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("region", { name: "Replay" })).toBeVisible();
  await expect(page.locator('[data-panel="heatmap"] canvas').first()).toBeVisible();
  const places = () =>
    page.locator(".tile, .place, .header, .replay, .pill").evaluateAll((elements) =>
      elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.getAttribute("class"), x, y, width, height].join(" ");
      }),
    );
  const before = await places();
  const time = page.getByRole("banner").locator("time");
  for (let frames = 0; frames < 6; frames++) {
    const shown = await time.innerText();
    await expect(time).not.toHaveText(shown);
    expect(await places()).toEqual(before);
  }
});
