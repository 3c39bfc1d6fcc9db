import { useState } from "react";
import { send, type Order } from "../../state/steering";
import { inTurn } from "./inTurn";

export interface Steering {
  /** Whether the server did all of it; what it refuses is told in its words. */
  readonly steer: (...orders: readonly Order[]) => Promise<boolean>;
  readonly refusal: string | null;
}

/** Sends orders to the replay, in turn. */
export function useSteering(): Steering {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [tell] = useState(() => inTurn(send));
  return {
    refusal,
    steer: async (...orders) => {
      const words = await tell(orders);
      setRefusal(words);
      return words === null;
    },
  };
}
