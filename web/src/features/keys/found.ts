import type { Command } from "../../state/commands";

/** The commands whose title or group has a word beginning with each of those typed. */
export function found(commands: readonly Command[], typed: string): readonly Command[] {
  const wanted = words(typed);
  return commands.filter(({ id, title, group }) => {
    const has = words(`${group} ${title}`);
    return id !== "palette" && wanted.every((want) => has.some((word) => word.startsWith(want)));
  });
}

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
