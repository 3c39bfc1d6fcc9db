import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { useAllCommands, useCommands } from "../../state/commands";
import { useChangeSearch, useLiveSearch } from "../../state/search";
import { presses } from "./presses";

const KeySheet = lazy(() => import("./KeySheet").then((module) => ({ default: module.KeySheet })));
const Palette = lazy(() => import("./Palette").then((module) => ({ default: module.Palette })));

type Open = "help" | "palette" | null;

/** Binds the keys of all commands, and opens their sheet and their palette. */
export function Keys() {
  const [open, setOpen] = useState<Open>(null);
  const { keys } = useLiveSearch();
  const change = useChangeSearch();
  const commands = useAllCommands();
  const list = useEffectEvent(() => commands);
  const isOn = useEffectEvent(() => keys !== "off");
  useEffect(() => {
    const handle = presses(
      () => list(),
      () => isOn(),
    );
    window.addEventListener("keydown", handle);
    return () => {
      window.removeEventListener("keydown", handle);
    };
  }, []);
  const toggleKeys = () => {
    change({ keys: keys === "off" ? undefined : "off" });
  };
  useCommands([
    {
      id: "help",
      title: "Keys and help",
      group: "View",
      keys: "?",
      run: () => {
        setOpen("help");
      },
    },
    {
      id: "palette",
      title: "Commands",
      group: "View",
      keys: "$mod+k",
      run: () => {
        setOpen("palette");
      },
    },
    { id: "keys", title: "Single keys on or off", group: "View", run: toggleKeys },
  ]);
  const close = () => {
    setOpen(null);
  };
  return (
    <Suspense>
      {open === "help" && (
        <KeySheet commands={commands} isOn={keys !== "off"} onToggle={toggleKeys} onClose={close} />
      )}
      {open === "palette" && <Palette commands={commands} onClose={close} />}
    </Suspense>
  );
}
