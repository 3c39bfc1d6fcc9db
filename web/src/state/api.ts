// The server's HTTP interface: where it is, how it is asked, and what it says when it refuses.
import { askForKey, givenKey } from "./key";

/** Where the server is: this page's own origin, unless the build names another. */
const base = (import.meta.env.VITE_API_BASE_URL as string | undefined)?.replace(/\/$/, "") ?? "";

export type Parameters = Readonly<Record<string, string | number | undefined>>;

/** The address of a route, with those parameters that have a value. */
export function apiUrl(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== "") {
      query.set(name, String(value));
    }
  }
  const text = query.toString();
  return base + path + (text === "" ? "" : `?${text}`);
}

/** The address of the stream. */
export function streamUrl(parameters: Parameters = {}): string {
  const url = new URL(apiUrl("/ws/stream", parameters), window.location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}

/** A refusal in the server's words, or in ours where it could not be reached. */
export class Refusal extends Error {
  constructor(
    message: string,
    /** The HTTP status; null where no answer came. */
    readonly status: number | null,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

/** What a route answers. */
export function get<Answer>(
  path: string,
  parameters: Parameters = {},
  signal?: AbortSignal,
): Promise<Answer> {
  return ask<Answer>(apiUrl(path, parameters), signal === undefined ? {} : { signal });
}

/** What a route answers to a JSON document; the reader is asked for the key where it needs one. */
export async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const send = (key: string | null) =>
    ask<Answer>(apiUrl(path), {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(key === null ? {} : { "X-API-Key": key }) },
      body: JSON.stringify(body),
    });
  try {
    return await send(givenKey());
  } catch (error) {
    const given = needsKey(error) ? await askForKey() : null;
    if (given === null) {
      throw error;
    }
    return await send(given);
  }
}

function needsKey(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401;
}

async function ask<Answer>(url: string, request: RequestInit): Promise<Answer> {
  const response = await reach(url, request);
  if (!response.ok) {
    throw new Refusal(await detail(response), response.status);
  }
  return (await response.json()) as Answer;
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") {
      throw error;
    }
    throw new Refusal(`The server cannot be reached (${String(error)})`, null);
  }
}

async function detail(response: Response): Promise<string> {
  const text = await response.text();
  const told = /"detail":("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
  return told === undefined
    ? `The server answered ${String(response.status)}`
    : (JSON.parse(told) as string);
}
