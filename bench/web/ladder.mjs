// How long the page's main thread is busy with a frame of 200 strikes, and how many pictures a second a
// scroll through them, and through the tape, gets. Prints medians. See bench/README.md.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { browser } from "./page.mjs";
import { median } from "./samples.mjs";
import { feed } from "./feed.mjs";

const web = fileURLToPath(new URL("../../web", import.meta.url));
const fromWeb = createRequire(new URL("../../web/package.json", import.meta.url));
const frames = 80;
const warmUp = 20;
const strikes = 200;
/** Heights of a screen in pixels: a usual one, and one that shows all strikes. */
const usual = 900;
const high = 6000;

const folder = await mkdtemp(join(tmpdir(), "spyglass-bench-"));
const server = await packed(folder);
const chromium = await browser();
try {
  for (const height of [usual, high]) {
    const page = await chromium.newPage({ viewport: { width: 1440, height } });
    await page.addInitScript(feed, strikes);
    await page.goto(server.url);
    const least = Math.min(strikes, height / 30);
    await page.waitForFunction((rows) => document.querySelectorAll(".rung").length >= rows, least);
    const rows = await page.getByRole("rowheader").count();
    for (const part of [1 / 5, 1]) {
      const { busy, longest } = await costs(page, part);
      const changed = `${String(rows)} of ${String(strikes)} rows drawn, ${(100 * part).toFixed(0)} % of contracts change`;
      console.log(`${changed}: busy ${summary(busy)}; longest task ${summary(longest)}`);
    }
    for (const list of height === usual ? ["Strikes", "Prints, the newest first"] : []) {
      console.log(`${list}, scrolled: ${await scrolled(page, list)}`);
    }
    await page.close();
  }
} finally {
  await chromium.close();
  await server.close();
  await rm(folder, { recursive: true });
}

/** The page as it is packed into the jar, at a free port. */
async function packed(outDir) {
  const { build, preview } = await import(fromWeb.resolve("vite"));
  const common = { root: web, configFile: `${web}/vite.config.ts`, logLevel: "error" };
  await build({ ...common, build: { outDir, emptyOutDir: true } });
  const served = await preview({
    ...common,
    build: { outDir },
    preview: { host: "127.0.0.1", port: 0, proxy: {} },
  });
  const { port } = served.httpServer.address();
  return { url: `http://127.0.0.1:${String(port)}`, close: () => served.close() };
}

/** Milliseconds of the main thread for each frame of the feed: until it is calm, and its longest task. */
async function costs(page, part) {
  const path = join(folder, "trace.json");
  await page.context().browser().startTracing(page, { path });
  for (let frame = 0; frame < frames + warmUp; frame += 1) {
    await page.evaluate((some) => window.prepare(some), part);
    await page.evaluate(() => {
      performance.mark("feed");
      window.feed();
    });
    // A flash of 400 ms belongs to what a frame costs.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    await page.evaluate(() => performance.mark("calm"));
  }
  await page.context().browser().stopTracing();
  const { traceEvents } = JSON.parse(await readFile(path, "utf8"));
  const main = traceEvents.find(({ name }) => name === "feed");
  const here = ({ pid, tid }) => pid === main.pid && tid === main.tid;
  const at = (mark) =>
    traceEvents.filter((each) => here(each) && each.name === mark).map(({ ts }) => ts);
  const [fed, calm] = [at("feed").slice(warmUp), at("calm").slice(warmUp)];
  const tasks = traceEvents.filter((each) => here(each) && each.name === "RunTask" && each.tdur > 0);
  // The thread's own time, which other work on the machine does not lengthen.
  const slots = fed.map((from, place) =>
    tasks
      .filter(({ ts, dur }) => ts + dur > from && ts < calm[place])
      .map(({ tdur }) => tdur / 1000),
  );
  return {
    busy: slots.map((durations) => durations.reduce((sum, each) => sum + each, 0)),
    longest: slots.map((durations) => Math.max(...durations)),
  };
}

/** Turns the wheel for two seconds while the feed goes on, and counts the pictures. */
async function scrolled(page, list) {
  await page.getByRole("grid", { name: list }).hover();
  const counting = page.evaluate(async () => {
    const gaps = [];
    let last = performance.now();
    const feeding = setInterval(() => {
      window.prepare(1 / 5);
      window.feed();
    }, 250);
    while (gaps.reduce((sum, gap) => sum + gap, 0) < 2000) {
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      gaps.push(now - last);
      last = now;
    }
    clearInterval(feeding);
    return gaps;
  });
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, turn < 30 ? 60 : -60);
  }
  const gaps = await counting;
  const rate = (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0);
  const worst = Math.max(...gaps).toFixed(0);
  return `${rate.toFixed(0)} pictures a second, between them ${summary(gaps)}, at most ${worst} ms`;
}

function summary(samples) {
  const sorted = samples.toSorted((one, other) => one - other);
  const tail = sorted[Math.floor(0.95 * sorted.length)];
  return `median ${median(samples).toFixed(1)} ms, 95 % within ${tail.toFixed(1)} ms`;
}
