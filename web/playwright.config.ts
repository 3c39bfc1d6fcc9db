import { defineConfig } from "@playwright/test";
import { serverCommand } from "./e2e/server";

// A worker has a server of its own, since all who look at one share its replay.
const ports = (process.env.E2E_PORTS ?? "4173,4174").split(",");
const own = ports[Number(process.env.TEST_PARALLEL_INDEX ?? "0")] ?? "";
// Where a test serves a page of another origin.
const apart = process.env.E2E_APART_PORT ?? "4175";
const executablePath = process.env.CHROME;
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  forbidOnly: true,
  retries: 0,
  // Generous: a machine with other work takes its time, and nothing here is about speed.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: ports.length,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${own}`,
    browserName: "chromium",
    colorScheme: "dark",
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        ...(asRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: ports.map((port) => ({
    // SPYGLASS_COMMAND runs another server, which then has to listen on PORT.
    command: process.env.SPYGLASS_COMMAND ?? serverCommand(Number(port)),
    url: `http://127.0.0.1:${port}/health`,
    env: { BROWSER: "none", CORS_ORIGINS: `http://apart.localhost:${apart}`, PORT: port },
    reuseExistingServer: false,
  })),
});
