import { useState } from "react";
import type { Flow } from "../../model/flow";
import { useCommands } from "../../state/commands";
import { useChangeSearch, useLiveSearch } from "../../state/search";
import { send, type Order } from "../../state/steering";
import { DayChoice } from "./DayChoice";

/**
 * What can be shown in the place of what is: a recorded day, the simulated market, the live one. All
 * who look at the server see the change. Shows the choice where it is asked for, and what is refused.
 */
export function Programme({ flow: { mode, replay } }: { flow: Flow }) {
  const { show, refusal } = useShow();
  const [isChoosing, setIsChoosing] = useState(false);
  const command = (id: string, title: string, run: () => void, keys?: string) => ({
    id: `programme.${id}`,
    title,
    group: "Replay" as const,
    ...(keys === undefined ? {} : { keys }),
    run,
  });
  const choose = () => {
    setIsChoosing(true);
  };
  const demo = () => {
    show({ action: "demo" });
  };
  const live = () => {
    show({ action: "live" });
  };
  useCommands([
    command("day", "Replay a recorded day", choose, "d"),
    ...(mode === "demo" ? [] : [command("demo", "Show the simulated market", demo)]),
    ...(replay?.live === true ? [command("live", "Return to the live market", live, "l")] : []),
  ]);
  return (
    <>
      {refusal !== null && (
        <p className="notice" role="alert">
          <span>
            <span aria-hidden="true">▲</span> {refusal}
          </span>
        </p>
      )}
      {isChoosing && (
        <DayChoice
          onChoose={(date) => {
            setIsChoosing(false);
            show({ action: "play", date });
          }}
          onClose={() => {
            setIsChoosing(false);
          }}
        />
      )}
    </>
  );
}

/** Asks for another day or market; what the address says of the one before is cleared. */
function useShow() {
  const { expiry, strike, range } = useLiveSearch();
  const change = useChangeSearch();
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    refusal,
    show: (order: Order) => {
      if (expiry !== undefined || strike !== undefined || range !== undefined) {
        change({ expiry: undefined, strike: undefined, range: undefined });
      }
      void send([order]).then(setRefusal);
    },
  };
}
