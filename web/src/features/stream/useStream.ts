import { useState, useSyncExternalStore } from "react";
import { Connection, type Streamed } from "./connection";

/** Where the stream is: the page's own origin, for the underlying that the address names. */
export function streamUrl(location: Location): string {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const underlying = new URLSearchParams(location.search).get("underlying");
  const query = underlying === null ? "" : `?underlying=${encodeURIComponent(underlying)}`;
  return `${scheme}//${location.host}/ws/stream${query}`;
}

export function useStream(open?: (url: string) => WebSocket): Streamed {
  const [connection] = useState(() => new Connection(streamUrl(window.location), open));
  return useSyncExternalStore(connection.subscribe, connection.current);
}
