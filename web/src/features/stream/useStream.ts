import { useEffect, useMemo, useSyncExternalStore } from "react";
import { Refusal, streamUrl } from "../../state/api";
import { askWhetherServed } from "../../state/series";
import { Connection, pacesMs, type Streamed, type Why } from "./connection";

/** What comes from the stream of an underlying and expiry; others are another connection. */
export function useStream(underlying?: string, expiry?: string): Streamed {
  const connection = useMemo(() => {
    const asked = { underlying, expiry };
    return new Connection(streamUrl(asked), () => why(asked));
  }, [underlying, expiry]);
  useEffect(() => {
    const follow = () => {
      connection.pace(document.hidden ? pacesMs.hidden : pacesMs.shown);
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
    };
  }, [connection]);
  return useSyncExternalStore(connection.subscribe, connection.current);
}

/** A socket is not told why it is refused; the same question over HTTP is. */
async function why(asked: Parameters<typeof askWhetherServed>[0]): Promise<Why> {
  try {
    await askWhetherServed(asked);
    return { refusal: null, reason: closedToThisPage };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === null) {
      return { refusal: null, reason: null };
    }
    return error.status === 404
      ? { refusal: error.message, reason: null }
      : { refusal: null, reason: error.message };
  }
}

const closedToThisPage =
  "The server answers, but not with its stream: a proxy before it has to pass WebSockets and the Host on, or CORS_ORIGINS to name this page’s origin";
