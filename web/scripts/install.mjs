// Runs `npm ci`, unless node_modules already holds what package-lock.json asks for.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(web, "node_modules", ".installed");

const digest = createHash("sha256")
  .update(process.version)
  .update(readFileSync(join(web, "package.json")))
  .update(readFileSync(join(web, "package-lock.json")))
  .digest("hex");

if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) {
  process.exit(0);
}

const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
  cwd: web,
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
});
if (npm.status !== 0) {
  process.exit(npm.status ?? 1);
}
writeFileSync(stamp, digest);
