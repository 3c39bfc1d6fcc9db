import type { Replay } from "../../model/messages";
import { useCommands, useFinder, type Command } from "../../state/commands";
import type { Order } from "../../state/steering";
import { nextSpeed, stepBack, timeOfDay } from "./orders";

/** What the replay does by key and by name. */
export function useReplayCommands(
  replay: Replay,
  {
    order,
    jump,
    goTo,
    copyLink,
  }: {
    order: (...orders: readonly Order[]) => void;
    jump: (by: number) => void;
    goTo: () => void;
    copyLink: () => void;
  },
): void {
  const command = (id: string, title: string, keys: string | undefined, run: () => void): Command => ({
    id: `replay.${id}`,
    title,
    group: "Replay",
    ...(keys === undefined ? {} : { keys }),
    run,
  });
  const changeSpeed = (way: 1 | -1) => {
    order({ action: "speed", speed: nextSpeed(replay.speed, way) });
  };
  useFinder((typed) => {
    const at = typed.includes(":") ? timeOfDay(typed) : null;
    const seek = () => {
      order({ action: "seek", at: at ?? "" });
    };
    return at === null ? [] : [command("seek", `Go to ${at} New York`, undefined, seek)];
  });
  useCommands([
    command("play", "Play or pause", "Space", () => {
      order({ action: replay.playing ? "pause" : "play" });
    }),
    command("step", "Step 1 second", "ArrowRight", () => {
      order({ action: "step" });
    }),
    command("back", "Back 1 second", "ArrowLeft", () => {
      order(...stepBack(replay));
    }),
    command("minute", "Forward 1 minute", "Shift+ArrowRight", () => {
      jump(60_000);
    }),
    command("minuteBack", "Back 1 minute", "Shift+ArrowLeft", () => {
      jump(-60_000);
    }),
    command("faster", "Faster", "]", () => {
      changeSpeed(1);
    }),
    command("slower", "Slower", "[", () => {
      changeSpeed(-1);
    }),
    command("goTo", "Go to a time", "t", goTo),
    command("loop", "Loop", undefined, () => {
      order({ action: "loop", loop: !replay.loop });
    }),
    command("copyLink", "Copy a link to this instant", undefined, copyLink),
  ]);
}
