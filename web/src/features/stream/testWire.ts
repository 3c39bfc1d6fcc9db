// The far end of a WebSocket for tests: what the page sends is kept, what it receives is said here.
export class Wire {
  readonly sent: string[] = [];
  isClosed = false;
  onmessage: ((event: MessageEvent<string>) => void) | null = null;
  onclose: ((event: { reason: string }) => void) | null = null;

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.isClosed = true;
  }

  say(message: object): void {
    this.onmessage?.(new MessageEvent("message", { data: JSON.stringify(message) }));
  }

  breakOff(reason = ""): void {
    this.onclose?.({ reason });
  }

  asSocket(): WebSocket {
    return this as unknown as WebSocket;
  }
}
