// What the server gives to a page, on its own origin and on another.
import { once } from "node:events";
import { createServer } from "node:http";
import type { Page } from "@playwright/test";
import { test as base } from "@playwright/test";
import { expect, test } from "./test";

const html = { headers: { Accept: "text/html" } };

test("the page answers to its own addresses, and what is missing is not found", async ({ request }) => {
  const index = await request.get("/", html);
  expect(index.headers()["cache-control"]).toBe("no-cache");
  expect(await (await request.get("/glossary", html)).text()).toBe(await index.text());

  for (const path of ["/api/nothing", "/docs/nothing", "/assets/index-00000000.js", "/nothing.png"]) {
    const missing = await request.get(path, path === "/nothing.png" ? {} : html);
    expect(missing.status(), path).toBe(404);
    expect(missing.headers()["content-type"]).toBe("application/problem+json");
  }
});

test("files named after what they hold are kept for good", async ({ request }) => {
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await (await request.get("/", html)).text())?.[1];
  const answer = await request.get(script ?? "no script in the page");

  expect(answer.status()).toBe(200);
  expect(answer.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
});

const port = process.env.E2E_APART_PORT ?? "4174";

/** Visits an empty page of another server, by a name that the browser takes for this machine's. */
async function visit(page: Page, name: string) {
  const apart = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html");
    answer.end('<!doctype html><title>apart</title><link rel="icon" href="data:,">');
  });
  apart.listen(Number(port), "127.0.0.1");
  await once(apart, "listening");
  await page.goto(`http://${name}.localhost:${port}/`);
  apart.closeAllConnections();
  apart.close();
}

/** What a page gets: the state, an order, the stream's first message; null for a refusal. */
function asks(page: Page, server: string) {
  return page.evaluate(async (at) => {
    const body = JSON.stringify({ action: "play" });
    const headers = { "Content-Type": "application/json", "X-API-Key": "none is needed here" };
    const status = (answer: Promise<Response>) =>
      answer.then(
        (told) => told.status,
        () => null,
      );
    const first = new Promise<string | null>((resolve) => {
      const socket = new WebSocket(`${at.replace("http", "ws")}/ws/stream`);
      socket.onmessage = ({ data }) => {
        resolve((JSON.parse(String(data)) as { type: string }).type);
        socket.close();
      };
      socket.onerror = () => {
        resolve(null);
      };
    });
    return [
      await status(fetch(`${at}/api/flow`)),
      await status(fetch(`${at}/api/replay`, { method: "POST", headers, body })),
      await first,
    ];
  }, server);
}

test("a page of an origin that CORS_ORIGINS names is let in", async ({ page, baseURL }) => {
  await visit(page, "apart");

  expect(await asks(page, baseURL ?? "")).toEqual([200, 200, "snapshot"]);
});

// The browser says in its console that it refuses, so this test does not listen to that.
base("a page of any other origin is not", async ({ page, baseURL }) => {
  await visit(page, "stranger");

  expect(await asks(page, baseURL ?? "")).toEqual([null, null, null]);
});
