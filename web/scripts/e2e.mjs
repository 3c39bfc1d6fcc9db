// Runs the browser tests on the Chromium that chromium.mjs finds; they are never skipped.
import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { chromiumPath } from "./chromium.mjs";

// Free ports, so that two builds on one machine do not meet.
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

let chrome;
try {
  chrome = await chromiumPath();
} catch (problem) {
  console.error(problem.message);
  process.exit(1);
}

const run = spawnSync("npx", ["playwright", "test", ...process.argv.slice(2)], {
  cwd: dirname(dirname(fileURLToPath(import.meta.url))),
  stdio: "inherit",
  shell: process.platform === "win32",
  env: {
    ...process.env,
    CHROME: chrome,
    E2E_PORTS: process.env.E2E_PORTS ?? `${await freePort()},${await freePort()}`,
    E2E_APART_PORT: process.env.E2E_APART_PORT ?? String(await freePort()),
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
  },
});
process.exit(run.status ?? 1);
