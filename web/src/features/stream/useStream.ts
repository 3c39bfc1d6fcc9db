import { useMemo, useSyncExternalStore } from "react";
import { Connection, type Streamed } from "./connection";

/** What comes from the stream at that address; another address is another connection. */
export function useStream(url: string): Streamed {
  const connection = useMemo(() => new Connection(url), [url]);
  return useSyncExternalStore(connection.subscribe, connection.current);
}
