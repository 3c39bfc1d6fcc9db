import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { budget } from "./scripts/budget.ts";

// A development page at 5173 speaks to a server at 8000, as the packed page does on one origin.
const server = process.env.SPYGLASS_URL ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react(), budget()],
  build: { target: "es2023" },
  server: {
    port: 5173,
    proxy: {
      "/api": server,
      "/health": server,
      "/docs": server,
      "/redoc": server,
      "/openapi.json": server,
      "/ws": { target: server, ws: true },
    },
  },
  test: {
    // A document takes longer to make than most tests to run, so only what is drawn has one.
    projects: [
      { extends: true, test: { name: "logic", include: ["{src,scripts}/**/*.test.ts"] } },
      {
        extends: true,
        test: { name: "drawn", include: ["src/**/*.test.tsx"], environment: "happy-dom" },
      },
    ],
  },
});
