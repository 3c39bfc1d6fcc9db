import { expect, test } from "vitest";
import type { Command } from "../../state/commands";
import { found } from "./found";

const commands: readonly Command[] = [
  { id: "a", title: "Show expiry 3DTE", group: "View", run: () => undefined },
  { id: "b", title: "Show the tape", group: "Go to", run: () => undefined },
  { id: "palette", title: "Commands", group: "View", run: () => undefined },
  { id: "word", title: "Show of hands", group: "Glossary", run: () => undefined },
];

const ids = (typed: string) => found(commands, typed).map(({ id }) => id);

test("beginnings of words find a command, in any order", () => {
  expect(ids("exp sh")).toEqual(["a"]);
  expect(ids("sh")).toEqual(["b", "a", "word"]);
  expect(ids("TAPE")).toEqual(["b"]);
  expect(ids("go")).toEqual(["b"]);
  expect(ids("xpiry")).toEqual([]);
});

test("nothing typed is everything but the palette and words, places first", () => {
  expect(ids(" ")).toEqual(["b", "a"]);
});
