import { useState } from "react";
import type { Replay } from "../../model/messages";
import { post, Refusal } from "../../state/api";
import type { Order } from "./orders";

export interface Steering {
  /** Whether the server did all of it; what it refuses is told in its words. */
  readonly steer: (...orders: readonly Order[]) => Promise<boolean>;
  readonly refusal: string | null;
}

/** Sends orders to the replay, one after the other. */
export function useSteering(): Steering {
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    refusal,
    steer: async (...orders) => {
      const words = await send(orders);
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
      return error.message;
    }
    throw error;
  }
}
