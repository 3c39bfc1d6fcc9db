// Runs the browser tests on the Chromium that chromium.mjs finds; they are never skipped.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { chromiumPath } from "./chromium.mjs";

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
  env: { ...process.env, CHROME: chrome, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
});
process.exit(run.status ?? 1);
