import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { initialChunks, verdict } from "./budget";

const chunk = (fileName: string, imports: string[], isEntry = false) =>
  ({ type: "chunk", fileName, imports, isEntry, code: `// ${fileName}` }) as const;

test("what an entry imports is initial, what it loads later is not", () => {
  const bundle = {
    "index.js": chunk("index.js", ["react.js"], true),
    "react.js": chunk("react.js", ["index.js"]),
    "later.js": chunk("later.js", ["react.js"]),
    "index.css": { type: "asset" } as const,
  };

  expect(initialChunks(bundle).map(({ fileName }) => fileName)).toEqual(["index.js", "react.js"]);
});

test("chunks within the budget pass, by their compressed size", () => {
  const { isOver, text } = verdict([{ fileName: "index.js", code: "x".repeat(1_000_000) }]);

  expect(isOver).toBe(false);
  expect(text).toMatch(/^Initial JavaScript: \d\.\d kB compressed, of 180\.0 kB$/);
});

test("chunks over the budget fail, and are named", () => {
  const code = randomBytes(300_000).toString("hex");
  const { isOver, text } = verdict([
    { fileName: "index.js", code },
    { fileName: "react.js", code: "" },
  ]);

  expect(isOver).toBe(true);
  expect(text).toContain("index.js 3");
});
