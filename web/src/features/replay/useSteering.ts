import { useState } from "react";
import type { Replay } from "../../model/messages";
import { post, Refusal } from "../../state/api";
import { inTurn } from "./inTurn";
import type { Order } from "./orders";

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

async function send(orders: readonly Order[]): Promise<string | null> {
  try {
    for (const order of orders) {
      await post<Replay>("/api/replay", order);
    }
    return null;
  } catch (error) {
    if (error instanceof Refusal) {
      return error.status === 403 ? `The controls are closed: ${error.message}` : error.message;
    }
    throw error;
  }
}
