// The simulator's sockets, listened to by the vendor's own clients while the market runs.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CLIENTS, CONTRACT, SOCKETS } from "./simulator.mjs";

for (const { name, sockets } of CLIENTS) {
  describe(`${name} over WebSocket`, () => {
    // A key may have one socket in a cluster.
    const connect = sockets(`sockets-of-${name}`, SOCKETS);

    it("hears trades and quotes of options", async () => {
      const heard = await listen(connect.options(), `T.*,Q.${CONTRACT}`, ["T", "Q"]);
      assert.deepEqual(heard.statuses.slice(0, 2), ["connected", "auth_success"]);
      assert.equal(heard.T.sym.slice(0, 2), "O:");
      assert.equal(heard.Q.sym, CONTRACT);
      assert.ok(heard.Q.ap >= heard.Q.bp);
    });

    it("hears trades, quotes and bars of stocks", async () => {
      const heard = await listen(connect.stocks(), "T.SPY,Q.SPY,A.SPY", ["T", "Q", "A"]);
      assert.equal(heard.T.sym, "SPY");
      assert.ok(heard.A.e - heard.A.s === 1000);
    });

    it("hears values and bars of indices", async () => {
      const heard = await listen(connect.indices(), "V.I:SPX,A.*", ["V", "A"]);
      assert.equal(heard.V.T, "I:SPX");
      assert.equal(heard.A.v, undefined);
    });
  });
}

/** Subscribes once let in, waits for one event of each kind, then closes. */
function listen(socket, params, kinds) {
  return new Promise((resolve, reject) => {
    const heard = { statuses: [] };
    socket.onerror = () => reject(new Error("the socket failed"));
    socket.onclose = () => reject(new Error(`closed after ${JSON.stringify(heard)}`));
    socket.onmessage = ({ data }) => {
      for (const message of JSON.parse(data)) {
        if (message.ev === "status") {
          heard.statuses.push(message.status);
          if (message.status === "auth_success") {
            socket.send(JSON.stringify({ action: "subscribe", params }));
          }
        } else {
          heard[message.ev] ??= message;
        }
      }
      if (kinds.every((kind) => heard[kind])) {
        socket.onclose = () => resolve(heard);
        socket.close();
      }
    };
  });
}
