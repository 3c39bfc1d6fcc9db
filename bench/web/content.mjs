// How soon the page shows something, and its numbers: an empty cache each time, one visit after another.
// Usage: node bench/web/content.mjs [URL] [VISITS]. See bench/README.md.
import { browser } from "./page.mjs";
import { median } from "./samples.mjs";

const [url = "http://127.0.0.1:8000", visits = "20"] = process.argv.slice(2);
const mostMs = 1000;

const chromium = await browser();
const samples = { "first content": [], "spot and totals": [] };
try {
  for (let visit = 0; visit < Number(visits); visit += 1) {
    const context = await chromium.newContext({ viewport: { width: 1600, height: 1000 } });
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction(() => window.numbersAt !== undefined);
    samples["first content"].push(
      await page.evaluate(
        () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity,
      ),
    );
    samples["spot and totals"].push(await page.evaluate(() => window.numbersAt));
    await context.close();
  }
} finally {
  await chromium.close();
}
for (const [what, times] of Object.entries(samples)) {
  const fastest = Math.min(...times);
  console.log(`${what}: fastest ${fastest.toFixed(0)} ms, median ${median(times).toFixed(0)} ms`);
}
if (median(samples["first content"]) > mostMs) {
  console.error(`First content takes longer than ${String(mostMs)} ms`);
  process.exit(1);
}

/** Runs in the page: notes when the first number of the totals can be seen. */
function watch() {
  const look = () => {
    const volume = document.querySelector("[data-testid=Volume]");
    if (/\d/.test(volume?.textContent ?? "")) {
      window.numbersAt = performance.now();
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}
