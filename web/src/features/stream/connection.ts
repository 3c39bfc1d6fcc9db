// The connection to /ws/stream: applies what comes, asks for what was missed, comes back when lost.
import { apply, type Flow } from "../../model/flow";
import type { Message } from "../../model/messages";

export interface Link {
  readonly state: "connecting" | "open" | "reconnecting";
  /** Attempts since the connection was lost. */
  readonly attempts: number;
  /** When the last message came, by this machine's clock; null for none yet. */
  readonly heardAt: number | null;
}

export interface Streamed {
  readonly flow: Flow | null;
  readonly link: Link;
}

const firstPause = 500;
const longestPause = 15_000;
/** The server beats every second: silence for this long means that the line is dead. */
const silence = 5_000;
const askForSnapshot = JSON.stringify({ type: "snapshot" });

/** How long to wait before the attempt after so many failed ones: doubling, and up to half random. */
export function pauseBefore(attempt: number, random: number): number {
  const full = Math.min(longestPause, firstPause * 2 ** attempt);
  return full / 2 + (full / 2) * random;
}

export class Connection {
  private readonly listeners = new Set<() => void>();
  private streamed: Streamed = {
    flow: null,
    link: { state: "connecting", attempts: 0, heardAt: null },
  };
  private socket: WebSocket | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setTimeout> | undefined;
  private isAsking = false;

  constructor(
    private readonly url: string,
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

  private connect(): void {
    const socket = this.open(this.url);
    this.socket = socket;
    this.isAsking = true;
    this.listenForLife();
    socket.onmessage = (event: MessageEvent<string>) => {
      this.hear(JSON.parse(event.data) as Message);
    };
    socket.onclose = () => {
      this.lose();
    };
  }

  private hear(message: Message): void {
    this.listenForLife();
    const next = apply(this.streamed.flow, message);
    const link: Link = { state: "open", attempts: 0, heardAt: Date.now() };
    if (message.type === "snapshot") {
      this.isAsking = false;
    }
    if (next === "missed") {
      this.ask();
      this.tell({ flow: this.streamed.flow, link });
    } else {
      this.tell({ flow: next, link });
    }
  }

  private ask(): void {
    if (!this.isAsking) {
      this.isAsking = true;
      this.socket?.send(askForSnapshot);
    }
  }

  private listenForLife(): void {
    clearTimeout(this.watch);
    this.watch = setTimeout(() => {
      this.socket?.close();
      this.lose();
    }, silence);
  }

  private lose(): void {
    this.detach();
    const { flow, link } = this.streamed;
    const attempts = link.attempts + 1;
    this.tell({ flow, link: { ...link, state: "reconnecting", attempts } });
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
