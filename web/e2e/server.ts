// How servers for the tests are started: the packed jar, as a demo or against a simulated vendor.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const jar = process.env.SPYGLASS_JAR ?? "../app/target/spyglass-app.jar";

/** A simulated day at sixty times its pace. */
export function serverCommand(port: number): string {
  return (
    `exec "$(../spyglass --jdk-home)/bin/java" -jar '${jar}' demo --host 127.0.0.1 ` +
    `--port ${String(port)} --underlying SPX --date 2026-11-20 --speed 60`
  );
}

/** A server of a test's own. */
export class OwnServer {
  private process: ChildProcess | null = null;

  private constructor(
    readonly port: number,
    /** Where it has its data; null for the tests' own. */
    readonly folder: string | null,
    private readonly launch: (port: number) => ChildProcess,
    private readonly answers: string,
  ) {}

  /** The demo on a free port, not yet started. */
  static async onFreePort(): Promise<OwnServer> {
    const launch = (port: number) =>
      spawn(serverCommand(port), {
        shell: true,
        stdio: "ignore",
        env: { ...process.env, BROWSER: "none" },
      });
    return new OwnServer(await freePort(), null, launch, "/health");
  }

  /** The vendor's double, whose market begins at 13:30 of a Friday; not yet started. */
  static async vendor(): Promise<OwnServer> {
    const folder = await mkdtemp(join(tmpdir(), "spyglass-vendor-"));
    const day = ["--date", "2026-11-20", "--at", "13:30"];
    const launch = (port: number) =>
      java(["sim", "polygon", "--port-base", String(port - 1), ...day], folder, {});
    return new OwnServer(await freePort(), folder, launch, "/_sim/clock");
  }

  /** A live server in an empty folder, with a key of that vendor or without any; not yet started. */
  static async live(vendor: OwnServer, key: string | null): Promise<OwnServer> {
    const folder = await mkdtemp(join(tmpdir(), "spyglass-live-"));
    const variables = {
      ...(key === null ? {} : { POLYGON_API_KEY: key }),
      POLYGON_BASE_URL: vendor.url,
      POLYGON_WS_URL: vendor.url.replace("http", "ws"),
    };
    const launch = (port: number) =>
      java(["serve", "--underlying", "SPX", "--port", String(port)], folder, variables);
    return new OwnServer(await freePort(), folder, launch, "/health");
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** Starts it; {@link isReady} tells when it serves. */
  start(): void {
    this.process = this.launch(this.port);
  }

  async isReady(): Promise<boolean> {
    try {
      return (await fetch(this.url + this.answers)).ok;
    } catch (error) {
      if (error instanceof TypeError) {
        return false;
      }
      throw error;
    }
  }

  /** Tells the vendor's double how its clock or its faults are to be. */
  async put(path: "/_sim/clock" | "/_sim/faults", body: object): Promise<void> {
    const answer = await fetch(this.url + path, { method: "PUT", body: JSON.stringify(body) });
    if (!answer.ok) {
      throw new Error(await answer.text());
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

  /** Stops it, and removes what it wrote. */
  async discard(): Promise<void> {
    await this.stop();
    if (this.folder !== null) {
      await rm(this.folder, { recursive: true });
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

/** The packed jar in a folder of its own, with no key but those given. */
function java(args: readonly string[], folder: string, variables: Record<string, string>): ChildProcess {
  const home = execFileSync("../spyglass", ["--jdk-home"], { encoding: "utf8" }).trim();
  const inherited = Object.entries(process.env).filter(([name]) => !/^(POLYGON|REPLAY|FLOW)_/.test(name));
  return spawn(join(home, "bin", "java"), ["-jar", resolve(jar), ...args], {
    cwd: folder,
    stdio: "ignore",
    env: { ...Object.fromEntries(inherited), ...variables, BROWSER: "none" },
  });
}
