// How a server for the tests is started: the packed jar, playing a simulated day at sixty times its pace.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

const jar = process.env.SPYGLASS_JAR ?? "../app/target/spyglass-app.jar";

export function serverCommand(port: number): string {
  return (
    `exec "$(../spyglass --jdk-home)/bin/java" -jar '${jar}' demo --host 127.0.0.1 ` +
    `--port ${String(port)} --underlying SPX --date 2026-11-20 --speed 60`
  );
}

/** A server of a test's own. */
export class OwnServer {
  private process: ChildProcess | null = null;

  private constructor(readonly port: number) {}

  /** One on a free port, not yet started. */
  static async onFreePort(): Promise<OwnServer> {
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, "close");
    return new OwnServer(port);
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** Starts it; {@link isReady} tells when it serves. */
  start(): void {
    this.process = spawn(serverCommand(this.port), {
      shell: true,
      stdio: "ignore",
      env: { ...process.env, BROWSER: "none" },
    });
  }

  async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/health`)).ok;
    } catch (error) {
      if (error instanceof TypeError) {
        return false;
      }
      throw error;
    }
  }

  async stop(): Promise<void> {
    const running = this.process;
    this.process = null;
    if (running?.exitCode === null) {
      const ended = once(running, "exit");
      running.kill("SIGTERM");
      await ended;
    }
  }
}
