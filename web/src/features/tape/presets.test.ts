import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filterText, parseFilter } from "../../model/filter";
import { presets } from "./presets";

test.each(presets)("$name is published with its definition", ({ name, filter }) => {
  const guide = readFileSync("../docs/filters.md", "utf8");

  expect(guide).toContain(`| ${name} | \`${filter}\` | `);
});

test.each(presets)("$name is canonical", ({ filter }) => {
  expect(filterText(parseFilter(filter).terms ?? [])).toBe(filter);
});

test("every published preset is there", () => {
  const guide = readFileSync("../docs/filters.md", "utf8");
  const section = guide.slice(guide.indexOf("## Presets"), guide.indexOf("## Canonical text"));
  const published = [...section.matchAll(/^\| ([^|]+) \| `([^`]+)`/gm)];

  expect(published.map(([, name, filter]) => ({ name, filter }))).toEqual(presets);
});
