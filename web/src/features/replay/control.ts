// Sends what the replay bar asks for to /api/replay.

export type Order =
  | { readonly action: "play" | "pause" | "step" }
  | { readonly action: "seek"; readonly at: string }
  | { readonly action: "speed"; readonly speed: number | "max" }
  | { readonly action: "loop"; readonly loop: boolean };

/** The server's words for why it did not do it, or null where it did. */
export async function steer(order: Order, send: typeof fetch = fetch): Promise<string | null> {
  try {
    const response = await send("/api/replay", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(order),
    });
    if (response.ok) {
      return null;
    }
    const problem: unknown = await response.json();
    return detail(problem) ?? `The server answered ${String(response.status)}`;
  } catch (error) {
    return `The server cannot be reached (${String(error)})`;
  }
}

function detail(problem: unknown): string | null {
  return typeof problem === "object" &&
    problem !== null &&
    "detail" in problem &&
    typeof problem.detail === "string"
    ? problem.detail
    : null;
}
