// A hundred viewers of one server, ten of which stop reading and still ask for snapshots: do the others
// get every frame, and does the server's memory stay where it was? Usage: node bench/web/soak.mjs [URL] [SECONDS]
// See bench/README.md.
import { connect } from "node:net";
import { randomBytes } from "node:crypto";
import { setTimeout as after } from "node:timers/promises";
import { median } from "./samples.mjs";

const [url = "http://127.0.0.1:8000", seconds = "180"] = process.argv.slice(2);
const { hostname, port, host } = new URL(url);
const viewers = 100;
const slowOnes = 10;
const megabyte = 1e6;

/** A viewer that counts what comes and, by the numbers of the frames, what does not. */
class Viewer {
  frames = 0;
  holes = 0;
  snapshots = 0;
  bytes = 0;
  seq = null;
  pending = Buffer.alloc(0);
  isOpen = false;

  constructor() {
    this.socket = connect(Number(port), hostname);
    this.opened = new Promise((resolve, reject) => {
      this.socket.once("error", reject);
      this.socket.once("close", () => {
        reject(new Error("The server closed the connection"));
      });
      this.socket.on("data", (data) => {
        this.take(data);
        if (this.isOpen) {
          resolve();
        }
      });
    });
    const key = randomBytes(16).toString("base64");
    this.socket.write(
      `GET /ws/stream HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
  }

  /** Asks for a snapshot: a masked frame of text (RFC 6455, section 5.2), the mask all zeros. */
  ask() {
    const text = Buffer.from('{"type":"snapshot"}');
    this.socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), text]));
  }

  /** Counts from here on. */
  begin() {
    this.frames = 0;
    this.holes = 0;
    this.snapshots = 0;
    this.bytes = 0;
  }

  take(data) {
    this.bytes += data.length;
    this.pending = this.pending.length === 0 ? data : Buffer.concat([this.pending, data]);
    if (!this.isOpen) {
      const end = this.pending.indexOf("\r\n\r\n");
      if (end < 0) {
        return;
      }
      const head = this.pending.toString("latin1", 0, end);
      if (!head.startsWith("HTTP/1.1 101")) {
        this.socket.destroy(new Error(`No WebSocket: ${head.split("\r\n")[0]}`));
        return;
      }
      this.isOpen = true;
      this.pending = this.pending.subarray(end + 4);
    }
    while (this.message());
  }

  /** Takes one message off the bytes that came (RFC 6455, section 5.2); false if it is not whole. */
  message() {
    const { pending } = this;
    if (pending.length < 2) {
      return false;
    }
    const short = pending[1] & 0x7f;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (pending.length < head) {
      return false;
    }
    const length =
      short === 126
        ? pending.readUInt16BE(2)
        : short === 127
          ? Number(pending.readBigUInt64BE(2))
          : short;
    if (pending.length < head + length) {
      return false;
    }
    if ((pending[0] & 0x0f) === 1) {
      this.hear(pending.toString("latin1", head, head + Math.min(length, 60)));
    }
    this.pending = pending.subarray(head + length);
    return true;
  }

  hear(text) {
    const [, type, number] = /^\{"type":"(\w+)","seq":(\d+)/.exec(text) ?? [];
    const seq = Number(number);
    if (type === "frame") {
      this.frames += 1;
      this.holes += this.seq !== null && seq !== this.seq + 1 ? 1 : 0;
      this.seq = seq;
    } else if (type === "snapshot") {
      this.snapshots += 1;
      this.seq = seq;
    }
  }
}

/** The sum of a metric's samples whose labels hold that text. */
async function metric(name, label = "") {
  const text = await (await fetch(`${url}/metrics`)).text();
  return text
    .split("\n")
    .filter((line) => line.startsWith(name) && line.includes(label) && /[ {]/.test(line[name.length]))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" ") + 1)), 0);
}

/** The least heap in use over some seconds: what the collector leaves. */
async function heapFloor(window) {
  let floor = Infinity;
  for (let second = 0; second < window; second += 1) {
    floor = Math.min(floor, await metric("jvm_memory_used_bytes", 'area="heap"'));
    await after(1000);
  }
  return floor / megabyte;
}

const all = Array.from({ length: viewers }, () => new Viewer());
await Promise.all(all.map(({ opened }) => opened));
const slow = all.slice(0, slowOnes);
const fast = all.slice(slowOnes);
await after(5_000);
for (const viewer of all) {
  viewer.begin();
}
for (const { socket } of slow) {
  socket.pause();
}
const asking = setInterval(() => {
  for (const viewer of slow) {
    viewer.ask();
  }
}, 250);
const conflatedBefore = await metric("spyglass_stream_conflated_total");
const part = Math.max(10, Math.round(Number(seconds) / 3));
const floors = [];
for (let third = 0; third < 3; third += 1) {
  floors.push(await heapFloor(part));
}
const conflated = (await metric("spyglass_stream_conflated_total")) - conflatedBefore;
clearInterval(asking);
const resumed = slow.map((viewer) => ({ viewer, snapshots: viewer.snapshots }));
for (const { socket } of slow) {
  socket.resume();
}
await after(10_000);
const caughtUp = resumed.filter(({ viewer, snapshots }) => viewer.snapshots > snapshots).length;
for (const { socket } of all) {
  socket.removeAllListeners("close");
  socket.destroy();
}

const holes = fast.reduce((sum, viewer) => sum + viewer.holes, 0);
const again = fast.reduce((sum, viewer) => sum + viewer.snapshots, 0);
console.log(`${String(viewers)} viewers, ${String(slowOnes)} of them not reading for ${String(3 * part)} s`);
console.log(`fast ones: median ${String(median(fast.map(({ frames }) => frames)))} frames,`);
console.log(`  fewest ${String(Math.min(...fast.map(({ frames }) => frames)))}, ${String(holes)} holes,`);
console.log(`  ${String(again)} snapshots, ${(median(fast.map(({ bytes }) => bytes)) / megabyte).toFixed(1)} MB each`);
console.log(`slow ones: ${String(conflated)} frames left out, ${String(caughtUp)} of ${String(slowOnes)} caught up by a snapshot`);
console.log(`heap, least of each third: ${floors.map((floor) => `${floor.toFixed(0)} MB`).join(", ")}`);
const grown = floors[2] - floors[0];
if (holes > 0 || again > 0 || grown > 0.25 * floors[0] + 10) {
  console.error("Fast viewers lost frames, or the server's memory grew");
  process.exit(1);
}
