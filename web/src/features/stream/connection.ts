// The connection to /ws/stream: applies what comes, asks for what was missed, comes back when lost.
import { apply, type Flow } from "../../model/flow";
import type { Message } from "../../model/messages";
import { notConnected, type Link } from "../../model/status";

/** Why there is no connection. */
export type Why = Pick<Link, "refusal" | "reason">;

export interface Streamed {
  readonly flow: Flow | null;
  readonly link: Link;
}

const firstPause = 500;
const longestPause = 15_000;
/** The server beats every second: silence for this long means that the line is dead. */
const silence = 5_000;
/** How often a page in sight and a hidden one want to hear. */
export const pacesMs = { shown: 250, hidden: 2_000 } as const;
const askForSnapshot = JSON.stringify({ type: "snapshot" });

/** How long to wait before the attempt after so many failed ones: doubling, and up to half random. */
export function pauseBefore(attempt: number, random: number): number {
  const full = fullPause(attempt);
  return full / 2 + (full / 2) * random;
}

function fullPause(attempt: number): number {
  return Math.min(longestPause, firstPause * 2 ** attempt);
}

function heard(link: Link, isGap: boolean): Link {
  return {
    state: "open",
    attempts: 0,
    heardAt: Date.now(),
    gaps: link.gaps + (isGap ? 1 : 0),
    reconnects: link.reconnects + (link.attempts > 0 ? 1 : 0),
    refusal: null,
    reason: null,
  };
}

export class Connection {
  private readonly listeners = new Set<() => void>();
  private streamed: Streamed = { flow: null, link: notConnected };
  private socket: WebSocket | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setTimeout> | undefined;
  private isAsking = false;
  private hasHeard = false;
  private paceMs: number = pacesMs.shown;

  /** Asks `why`, whenever a connection ends without a word. */
  constructor(
    private readonly url: string,
    private readonly why: () => Promise<Why>,
    private readonly open: (url: string) => WebSocket = (to) => new WebSocket(to),
  ) {}

  readonly current = (): Streamed => this.streamed;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) {
      this.connect();
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) {
        this.close();
      }
    };
  };

  /** Asks for a snapshot every so many milliseconds; as a page in sight for frames. */
  readonly pace = (ms: number): void => {
    this.paceMs = ms;
    if (this.hasHeard) {
      this.socket?.send(JSON.stringify({ type: "pace", ms }));
    }
  };

  private connect(): void {
    const socket = this.open(this.url);
    this.socket = socket;
    this.isAsking = true;
    this.hasHeard = false;
    this.listenForLife();
    socket.onmessage = (event: MessageEvent<string>) => {
      this.hear(JSON.parse(event.data) as Message);
    };
    socket.onclose = ({ reason }) => {
      this.lose(reason === "" ? null : reason);
    };
  }

  private hear(message: Message): void {
    this.listenForLife();
    if (!this.hasHeard) {
      this.hasHeard = true;
      if (this.paceMs !== pacesMs.shown) {
        this.pace(this.paceMs);
      }
    }
    const next = apply(this.streamed.flow, message);
    if (message.type === "snapshot") {
      this.isAsking = false;
    }
    const isGap = next === "missed" && !this.isAsking;
    if (isGap) {
      this.isAsking = true;
      this.socket?.send(askForSnapshot);
    }
    const { flow, link } = this.streamed;
    this.tell({ flow: next === "missed" ? flow : next, link: heard(link, isGap) });
  }

  private listenForLife(): void {
    clearTimeout(this.watch);
    this.watch = setTimeout(() => {
      this.socket?.close();
      this.lose();
    }, silence);
  }

  private lose(reason: string | null = null): void {
    this.detach();
    if (!this.hasHeard && reason === null) {
      void this.why().then((why) => {
        if (!this.hasHeard) {
          this.tell({ ...this.streamed, link: { ...this.streamed.link, ...why } });
        }
      });
    }
    const { flow, link } = this.streamed;
    const state = fullPause(link.attempts) < longestPause ? "reconnecting" : "offline";
    this.tell({ flow, link: { ...link, state, reason: reason ?? link.reason, attempts: link.attempts + 1 } });
    this.retry = setTimeout(
      () => {
        this.connect();
      },
      pauseBefore(link.attempts, Math.random()),
    );
  }

  private detach(): void {
    clearTimeout(this.watch);
    clearTimeout(this.retry);
    if (this.socket !== null) {
      this.socket.onmessage = null;
      this.socket.onclose = null;
    }
    this.socket = null;
  }

  private close(): void {
    const socket = this.socket;
    this.detach();
    socket?.close();
  }

  private tell(streamed: Streamed): void {
    this.streamed = streamed;
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}
