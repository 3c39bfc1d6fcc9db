import { defineConfig } from "@playwright/test";
import { serverCommand } from "./e2e/server";

const port = Number(process.env.E2E_PORT ?? "4173");
// Where a test serves a page of another origin.
const apart = process.env.E2E_APART_PORT ?? "4174";
// SPYGLASS_COMMAND runs another server, which then has to listen on E2E_PORT.
const command = process.env.SPYGLASS_COMMAND ?? serverCommand(port);
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
  workers: 1,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${String(port)}`,
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
  webServer: {
    command,
    url: `http://127.0.0.1:${String(port)}/health`,
    env: { BROWSER: "none", CORS_ORIGINS: `http://apart.localhost:${apart}` },
    reuseExistingServer: false,
  },
});
