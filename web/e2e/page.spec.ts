import { expect, test } from "@playwright/test";

test("the page opens and carries the product's name", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Spyglass");
});
