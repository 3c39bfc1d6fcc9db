import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? "4173");
const page = process.env.SPYGLASS_PAGE ?? "dist";
const executablePath = process.env.CHROME;
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  forbidOnly: true,
  retries: 0,
  workers: 1,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${String(port)}`,
    browserName: "chromium",
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
    command: `npm run preview -- --host 127.0.0.1 --port ${String(port)} --strictPort --outDir '${page}'`,
    port,
    reuseExistingServer: false,
  },
});
