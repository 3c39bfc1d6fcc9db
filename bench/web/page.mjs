// What the page's benchmarks share: a Chromium, the page's modules served by Vite.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chromiumPath } from "../../web/scripts/chromium.mjs";

const web = fileURLToPath(new URL("../../web", import.meta.url));
const fromWeb = createRequire(new URL("../../web/package.json", import.meta.url));

export async function browser() {
  const { chromium } = fromWeb("@playwright/test");
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: await chromiumPath(),
    args: [...(asRoot ? ["--no-sandbox"] : []), "--disable-gpu"],
  });
}

/** Vite on web/, at a free port. */
export async function served() {
  const { createServer } = await import(fromWeb.resolve("vite"));
  const server = await createServer({
    root: web,
    configFile: `${web}/vite.config.ts`,
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, hmr: false },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address === null || typeof address !== "object") {
    throw new Error("Vite listens on no port");
  }
  return { url: `http://127.0.0.1:${String(address.port)}`, close: () => server.close() };
}

/** An empty page of that origin, from which modules can be imported. */
export async function page(chromium, url) {
  const opened = await chromium.newPage();
  await opened.route("**/empty", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>bench</title>" }),
  );
  await opened.goto(`${url}/empty`);
  return opened;
}
