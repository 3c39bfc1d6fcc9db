// The tape on the real server: what it shows is what the server says, chosen by the one filter.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { Print } from "../src/features/tape/prints";
import { expect, open, picture, steer, test, violations } from "./test";

test.use({ viewport: { width: 1600, height: 1000 } });

test.afterEach(async ({ page }) => {
  await steer(page, { action: "play", speed: 60 });
});

/** The page at an instant of the replay that stands still. */
async function openAt(page: Page, time: string, filter = ""): Promise<void> {
  await steer(page, { action: "pause" });
  await steer(page, { action: "seek", at: time });
  await expect
    .poll(async () => {
      const replay = (await (await page.request.get("/api/replay")).json()) as { seeking: boolean };
      return replay.seeking;
    })
    .toBe(false);
  await open(page, `/?panel=tape&filter=${encodeURIComponent(filter)}`);
  await expect(tape(page).getByRole("heading", { name: "Tape" })).toBeVisible();
}

const tape = (page: Page) => page.getByRole("region", { name: "Tape" });
const rows = (page: Page) => tape(page).getByRole("row").filter({ has: page.getByRole("gridcell") });
const words = (page: Page) => tape(page).getByLabel("Filter in words");

async function prints(page: Page, filter = ""): Promise<{ last: number; prints: Print[] }> {
  const query = new URLSearchParams({ filter, limit: "1000" }).toString();
  return (await (await page.request.get(`/api/tape?${query}`)).json()) as Awaited<
    ReturnType<typeof prints>
  >;
}

/** The names of the rows in the document, from the top. */
function ids(page: Page): Promise<string[]> {
  return rows(page).evaluateAll((found) => found.map(({ id }) => id));
}

test("the newest prints are those that the server says", async ({ page }) => {
  await openAt(page, "10:00");
  const { prints: expected } = await prints(page);
  const [newest] = expected;

  await expect(rows(page).first()).toHaveAttribute("id", `print-${String(newest?.seq)}`);
  expect(await ids(page)).toEqual(
    expected.slice(0, await rows(page).count()).map(({ seq }) => `print-${String(seq)}`),
  );
  const cells = rows(page).first().getByRole("gridcell");
  await expect(cells.nth(0)).toHaveAttribute("title", newest?.time ?? "");
  await expect(cells.nth(3)).toHaveText(String(newest?.strike));
  await expect(cells.nth(4)).toHaveText(newest?.price?.toFixed(2) ?? "");
});

test("chips, floors and words choose the prints, and stay in the address", async ({ page }) => {
  await openAt(page, "10:00");
  await tape(page).getByRole("button", { name: "▲ Buy" }).click();
  await tape(page).getByLabel("Least premium").selectOption("≥ $50K");
  await expect(words(page)).toHaveValue("side:buy prem>=50k");
  expect(new URL(page.url()).searchParams.get("filter")).toBe("side:buy prem>=50k");

  const { prints: expected } = await prints(page, "side:buy prem>=50k");
  await expect(rows(page).first()).toHaveAttribute("id", `print-${String(expected[0]?.seq)}`);
  for (const row of (await rows(page).all()).slice(0, 5)) {
    await expect(row.getByRole("gridcell").nth(1)).toHaveText(/[▲△] Buy/);
  }
  await page.reload();
  await expect(words(page)).toHaveValue("side:buy prem>=50k");
  await expect(rows(page).first()).toHaveAttribute("id", `print-${String(expected[0]?.seq)}`);

  await words(page).fill("right:p size>=lots");
  await words(page).press("Enter");
  await expect(tape(page).getByRole("alert")).toHaveText(
    "▲ Character 15: size wants a number such as 100, not 'lots'",
  );
  await words(page).fill("right:p size>=500");
  await words(page).press("Enter");
  await expect(words(page)).toHaveValue("right:put size>=500");
  await expect(rows(page).first().getByRole("gridcell").nth(2)).toHaveText("P");
});

test("a filter that nothing passes says what to do", async ({ page }) => {
  await openAt(page, "10:00", "prem>=900m");
  const { last } = await prints(page);
  await expect(tape(page)).toContainText(
    `None of ${last.toLocaleString("en-US")} prints passes this filter.`,
  );
  await tape(page).getByRole("button", { name: "Show all prints" }).click();

  await expect(rows(page).first()).toHaveAttribute("id", `print-${String(last)}`);
});

test("rows stay where they are while newer ones come in above", async ({ page }) => {
  await openAt(page, "10:00");
  const grid = tape(page).getByRole("grid");
  const { last } = await prints(page);
  await grid.evaluate((element) => {
    element.scrollTo({ top: 200 * 24 });
  });
  const row = tape(page).locator(`#print-${String(last - 200)}`);
  await expect(row).toBeVisible();
  const before = await row.boundingBox();
  await steer(page, { action: "play", speed: 60 });
  await expect.poll(async () => (await prints(page)).last).toBeGreaterThan(last + 50);
  await steer(page, { action: "pause" });
  await expect
    .poll(() => grid.evaluate((element) => element.scrollTop))
    .toBeGreaterThan(200 * 24);

  expect((await row.boundingBox())?.y).toBe(before?.y);
});

test("a paused tape stays, counts, and goes on", async ({ page }) => {
  await openAt(page, "10:00");
  await expect(rows(page).first()).toBeVisible();
  const before = await ids(page);
  await tape(page).getByRole("button", { name: "Pause the tape" }).click();
  await steer(page, { action: "play", speed: 60 });
  await expect(tape(page).getByText(/PAUSED \+[1-9]/)).toBeVisible();
  await steer(page, { action: "pause" });
  expect(await ids(page)).toEqual(before);

  await tape(page).getByRole("button", { name: "Pause the tape" }).click();
  await expect(tape(page).getByText(/PAUSED/)).toBeHidden();
  await expect(rows(page).first()).not.toHaveAttribute("id", before[0] ?? "");
});

test("a seek back begins the tape again", async ({ page }) => {
  await openAt(page, "10:00");
  await expect(rows(page).first()).toBeVisible();
  await steer(page, { action: "seek", at: "09:31" });
  await expect
    .poll(async () => {
      const { last } = await prints(page);
      return (await ids(page))[0] === `print-${String(last)}`;
    })
    .toBe(true);
});

test("the file has every print that passes", async ({ page }) => {
  await openAt(page, "10:00", "prem>=100k");
  const { prints: expected } = await prints(page, "prem>=100k");
  const download = page.waitForEvent("download");
  await tape(page).getByRole("link", { name: "CSV" }).click();
  const file = await download;
  const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");

  expect(file.suggestedFilename()).toBe("SPX-2026-11-20-tape.csv");
  expect(lines).toHaveLength(expected.length + 1);
  expect(lines.at(-1)).toContain(`${String(expected[0]?.seq)},`);
});

test("by key: to the filter, through the rows, to a strike", async ({ page }) => {
  await openAt(page, "10:00");
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press("/");
  await expect(words(page)).toBeFocused();
  await page.keyboard.type("size>=100");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/filter=/);
  const [newest, next] = (await prints(page, "size>=100")).prints;
  await expect(rows(page).first()).toHaveAttribute("id", `print-${String(newest?.seq)}`);

  const grid = tape(page).getByRole("grid");
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const second = `print-${String(next?.seq)}`;
  await expect(grid).toHaveAttribute("aria-activedescendant", second);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/strike=SPXW/);
});

test("from a print to its strike and back, and on to the prints of that strike", async ({ page }) => {
  await openAt(page, "10:00", "size>=100");
  const [newest] = (await prints(page, "size>=100")).prints;
  await rows(page).first().click();
  const detail = page.getByRole("complementary", { name: `SPXW ${String(newest?.strike)} ` });
  await expect(detail).toBeVisible();
  await page.goBack();
  await expect(detail).toBeHidden();
  await expect(rows(page).first()).toHaveAttribute("id", `print-${String(newest?.seq)}`);

  await rows(page).first().click();
  await detail.getByRole("button", { name: "Put" }).click();
  await detail.getByRole("button", { name: "Tape of this strike" }).click();
  await expect(detail).toBeHidden();
  await expect(words(page)).toHaveValue(`right:put strike:${String(newest?.strike)}`);
});

test("what is wrong with the words moves nothing, and Escape takes it away", async ({ page }) => {
  await openAt(page, "10:00", "size>=100");
  await expect(rows(page).first()).toBeVisible();
  const places = async () => [await words(page).boundingBox(), await rows(page).first().boundingBox()];
  const before = await places();
  await words(page).fill("banana");
  await words(page).press("Enter");
  await expect(tape(page).getByRole("alert")).toBeVisible();
  expect(await places()).toEqual(before);

  await words(page).press("Escape");
  await expect(tape(page).getByRole("alert")).toBeHidden();
  await expect(words(page)).toHaveValue("size>=100");
});

test("a strike that is not of this underlying is named as what shuts all prints out", async ({ page }) => {
  await openAt(page, "10:00", "side:buy,sell 600");
  await expect(tape(page)).toContainText("No SPX print of this expiry meets strike:600.");
  await tape(page).getByRole("button", { name: "Leave out strike:600" }).click();

  await expect(words(page)).toHaveValue("side:buy,sell");
  await expect(rows(page).first()).toBeVisible();
});

for (const colorScheme of ["dark", "light"] as const) {
  test(`nobody is shut out of the ${colorScheme} tape`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openAt(page, "10:00", "side:buy,sell prem>=25k");
    await expect(rows(page).first()).toBeVisible();
    expect(await violations(page, "#tape")).toEqual([]);

    await words(page).fill("banana");
    await words(page).press("Enter");
    await expect(tape(page).getByRole("alert")).toBeVisible();
    expect(await violations(page, "#tape")).toEqual([]);
  });
}

test("a telephone shows the tape alone, and nothing of a row is cut off", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openAt(page, "10:00", "prem>=25k");
  await expect(rows(page).first()).toBeVisible();
  const grid = tape(page).getByRole("grid");

  expect(await grid.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  await picture(page, "tape-phone");
});
