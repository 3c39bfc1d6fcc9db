// How long the page's main thread is busy for one picture of the heatmap: 100 columns and 60 strikes.
// Prints medians. See bench/README.md.
import { browser, page as open, served } from "./page.mjs";
import { median } from "./samples.mjs";

const draws = 300;
const server = await served();
const chromium = await browser();
try {
  const page = await open(chromium, server.url);
  const times = await page.evaluate(measure, draws);
  for (const [what, samples] of Object.entries(times)) {
    const fastest = Math.min(...samples);
    console.log(`${what}: fastest ${fastest.toFixed(2)} ms, median ${median(samples).toFixed(2)} ms`);
  }
} finally {
  await chromium.close();
  await server.close();
}

/** Runs in the page: draws a made-up day again and again, each time with other values. */
async function measure(count) {
  await import("/src/styles/tokens.css");
  const { Drawing } = await import("/src/features/heatmap/drawing.ts");
  const { columnValues, totalsOf } = await import("/src/model/heatmap.ts");
  const { limitOf } = await import("/src/features/heatmap/scale.ts");
  const from = Date.parse("2026-11-20T14:30:00Z");
  const strikes = Array.from({ length: 60 }, (_, place) => 6150 - 5 * place);
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647 - 0.5;
  const side = () => new Map(strikes.map((strike) => [strike, 2e6 * random() ** 3]));
  const column = () => ({ calls: side(), puts: side() });
  const columns = Array.from({ length: 100 }, column);
  const canvas = document.createElement("canvas");
  document.body.append(canvas);
  const drawing = new Drawing(canvas);
  let limit = null;
  const view = (shown) => ({
    heatmap: { underlying: "SPX", measure: "net_premium", from, stepSeconds: 234, columns: shown },
    ...{ measure: "net_premium", side: "both", stepSeconds: 234, strikes, zone: "et" },
    limit: (limit = limitOf(shown.flatMap((each) => columnValues(each, "both")), limit)),
    totals: totalsOf(shown),
    totalsLimit: 1e7,
    session: { from, to: from + 390 * 60_000, marks: [] },
    spots: Array.from({ length: 390 }, (_, minute) => ({
      at: from + (minute + 1) * 60_000,
      price: 6000 + 40 * Math.sin(minute / 50),
    })),
    ...{ spot: 6001.5, now: from + 390 * 60_000 },
  });
  const size = { width: 700, height: 340 };
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const timed = async (change) => {
    const samples = [];
    for (let round = 0; round < count + 20; round += 1) {
      const shown = change();
      await frame();
      const begun = performance.now();
      drawing.draw(view(shown), size, "dark");
      samples.push(performance.now() - begun);
    }
    return samples.slice(20);
  };
  return {
    "all 6,000 cells changed": await timed(() => Array.from({ length: 100 }, column)),
    "the last column changed": await timed(() => [...columns.slice(0, 99), column()]),
  };
}
