// Holds the page's first JavaScript to its budget: a build that is over it fails.
import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

const mostBytes = 180_000;

/** A plugin that adds up, compressed, what a browser needs before it can show anything. */
export function budget(): Plugin {
  return {
    name: "budget",
    apply: "build",
    generateBundle(_, bundle) {
      const { text, isOver } = verdict(initialChunks(bundle));
      if (isOver) {
        this.error(text);
      }
      console.log(text);
    },
  };
}

type Chunk = Pick<Rolldown.OutputChunk, "type" | "fileName" | "code" | "imports" | "isEntry">;

/** The entries and what they import, directly or not, without what they load later. */
export function initialChunks(
  bundle: Readonly<Record<string, Chunk | { readonly type: "asset" }>>,
): Chunk[] {
  const found = new Set<Chunk>();
  const add = (chunk: Chunk | { readonly type: "asset" } | undefined): void => {
    if (chunk?.type === "chunk" && !found.has(chunk)) {
      found.add(chunk);
      chunk.imports.forEach((name) => {
        add(bundle[name]);
      });
    }
  };
  Object.values(bundle).forEach((chunk) => {
    if (chunk.type === "chunk" && chunk.isEntry) {
      add(chunk);
    }
  });
  return [...found];
}

/** What to say of the chunks, and whether they are too large together. */
export function verdict(chunks: readonly Pick<Chunk, "fileName" | "code">[]) {
  const sizes = chunks.map(({ fileName, code }) => ({ fileName, bytes: gzipSync(code).length }));
  const bytes = sizes.reduce((sum, each) => sum + each.bytes, 0);
  const said = `Initial JavaScript: ${kilobytes(bytes)} compressed, of ${kilobytes(mostBytes)}`;
  const parts = sizes.map((each) => `${each.fileName} ${kilobytes(each.bytes)}`).join(", ");
  return bytes > mostBytes
    ? { isOver: true, text: `${said} (${parts}). Load by import() what the first screen can spare.` }
    : { isOver: false, text: said };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
