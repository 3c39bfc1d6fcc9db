// Orders to the one stage and clock that all viewers share.
import type { Replay } from "../model/messages";
import { post, Refusal } from "./api";

export type Order =
  | { readonly action: "play" | "pause" | "step" | "live" | "demo" }
  | { readonly action: "play"; readonly date: string }
  | { readonly action: "seek"; readonly at: string; readonly date?: string }
  | { readonly action: "speed"; readonly speed: number | "max" }
  | { readonly action: "loop"; readonly loop: boolean };

/** Sends orders one after the other; what the server refuses is told in its words, null for nothing. */
export async function send(orders: readonly Order[]): Promise<string | null> {
  try {
    for (const order of orders) {
      await post<Replay | null>("/api/replay", order);
    }
    return null;
  } catch (error) {
    if (error instanceof Refusal) {
      return error.status === 403 ? `The controls are closed: ${error.message}` : error.message;
    }
    throw error;
  }
}
