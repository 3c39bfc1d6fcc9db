// What all browser tests share: a quiet console, the page with its first numbers, axe, pictures.
import { expect, test as base, type Page } from "@playwright/test";
import axe from "axe-core";

/** Every test also fails on an error in the browser's console, but for those it expects. */
export const test = base.extend<{ expectedErrors: RegExp | null; quiet: undefined }>({
  expectedErrors: [null, { option: true }],
  quiet: [
    async ({ page, expectedErrors }, use) => {
      const errors: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" && expectedErrors?.test(message.text()) !== true) {
          errors.push(message.text());
        }
      });
      page.on("pageerror", (error) => errors.push(error.message));
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens the live screen and waits for its numbers. */
export async function open(page: Page, address = "/"): Promise<void> {
  await page.goto(address);
  await expect(page.getByTestId("Volume")).toHaveText(/\d/, { timeout: 60_000 });
}

/** What axe holds against the page as it is shown, or against the parts that a selector finds. */
export async function violations(page: Page, within = "html"): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (parts) => {
    const results = await (window as unknown as { axe: typeof axe }).axe.run(parts);
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
    );
  }, within);
}

/** Puts a picture into docs/images where pictures are asked for, once everything in it is drawn. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_SCREENSHOTS === "1") {
    const unfinished = ".panel:empty, .plot-body:not(:has(canvas)), .heat-body:empty";
    await expect(page.locator(unfinished)).toHaveCount(0);
    await page.screenshot({ path: `../docs/images/${name}.png` });
  }
}

/** Lets the replay stand still at a New York time of its day. */
export async function standAt(page: Page, time: string): Promise<void> {
  await steer(page, { action: "pause" });
  await steer(page, { action: "seek", at: time });
  await expect
    .poll(async () => {
      const replay = (await (await page.request.get("/api/replay")).json()) as { seeking: boolean };
      return replay.seeking;
    })
    .toBe(false);
}

/** Tells the server's one replay clock what to do, as another program would. */
export async function steer(page: Page, order: object): Promise<void> {
  const answer = await page.request.post("/api/replay", { data: order });
  expect(answer.ok(), await answer.text()).toBe(true);
}
