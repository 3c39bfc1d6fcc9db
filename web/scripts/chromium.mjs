// Finds a Chromium, and as root on Debian installs one. Prints its path when run by itself.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { argv, exit } from "node:process";
import { fileURLToPath } from "node:url";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const install = "apt-get update && apt-get install -y chromium";

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => executable(path));
}

async function fromPlaywright() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return path !== "" && existsSync(path) ? path : undefined;
}

function fromDebian() {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) {
    return undefined;
  }
  console.error(`No Chromium on this machine; running: ${install}`);
  spawnSync("sh", ["-c", install], {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return onPath();
}

/** The path of a Chromium: CHROME, then PATH, then Playwright's own, then Debian's package. */
export async function chromiumPath() {
  const named = process.env.CHROME;
  if (named !== undefined && named !== "") {
    if (!executable(named)) {
      throw new Error(`CHROME names ${named}, which cannot be executed`);
    }
    return named;
  }
  const found = onPath() ?? (await fromPlaywright()) ?? fromDebian();
  if (found === undefined) {
    throw new Error(
      `The browser tests need Chromium. Type: sudo sh -c '${install}'\n` +
        "or name an installed one: CHROME=/path/to/chromium mvn verify",
    );
  }
  return found;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await chromiumPath());
  } catch (problem) {
    console.error(problem.message);
    exit(1);
  }
}
