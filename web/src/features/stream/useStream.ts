import { useEffect, useMemo, useSyncExternalStore } from "react";
import { get, Refusal, streamUrl } from "../../state/api";
import { Connection, pacesMs, type Streamed } from "./connection";

/** What comes from the stream of an underlying and expiry; others are another connection. */
export function useStream(underlying?: string, expiry?: string): Streamed {
  const connection = useMemo(() => {
    const asked = { underlying, expiry };
    return new Connection(streamUrl(asked), () => refusal(asked));
  }, [underlying, expiry]);
  useEffect(() => {
    const follow = () => {
      connection.pace(document.hidden ? pacesMs.hidden : pacesMs.shown);
    };
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
    };
  }, [connection]);
  return useSyncExternalStore(connection.subscribe, connection.current);
}

/** A socket is not told why it is refused; the same question over HTTP is. */
async function refusal(asked: {
  underlying: string | undefined;
  expiry: string | undefined;
}): Promise<string | null> {
  try {
    await get("/api/flow/history", asked);
    return null;
  } catch (error) {
    return error instanceof Refusal && error.status === 404 ? error.message : null;
  }
}
