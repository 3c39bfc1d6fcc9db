import type { Command } from "../../state/commands";

/**
 * The commands whose title or group has a word beginning with each of those typed. Words of the
 * glossary are offered to those who type something.
 */
export function found(commands: readonly Command[], typed: string): readonly Command[] {
  const wanted = words(typed);
  return inOrder(commands).filter(({ id, title, group }) => {
    if (group === "Glossary" && wanted.length === 0) {
      return false;
    }
    const has = words(`${group} ${title}`);
    return id !== "palette" && wanted.every((want) => has.some((word) => word.startsWith(want)));
  });
}

const groups: readonly Command["group"][] = ["Go to", "Replay", "Ladder", "Tape", "View", "Glossary"];

/** The commands by their groups. */
export function inOrder(commands: readonly Command[]): readonly Command[] {
  return groups.flatMap((group) => commands.filter((command) => command.group === group));
}

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
