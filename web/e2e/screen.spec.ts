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
