// The pages that show what the server answers; they fetch nothing from anywhere else.
import { expect, test } from "./test";

const elsewhere: string[] = [];

test.beforeEach(({ page, baseURL }) => {
  elsewhere.length = 0;
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== baseURL) {
      elsewhere.push(request.url());
    }
  });
});

test.afterEach(() => {
  expect(elsewhere).toEqual([]);
});

test("Swagger UI shows the routes and tries them", async ({ page }) => {
  await page.goto("/docs");
  await page.getByText("Whether the process serves", { exact: true }).click();
  await page.getByRole("button", { name: "Try it out" }).click();
  await page.getByRole("button", { name: "Execute" }).click();

  await expect(page.locator(".live-responses-table")).toContainText('"status": "ok"');
});

test("ReDoc shows the routes", async ({ page }) => {
  await page.goto("/redoc");

  await expect(page.getByRole("heading", { name: "The state as one document" })).toBeVisible();
  await page.getByRole("button", { name: "200 The state" }).click();
  await expect(page.getByText("Symbol of the underlying").first()).toBeVisible();
});
