import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import dgram from "node:dgram";
import { once } from "node:events";
import net from "node:net";
import { Worker } from "node:worker_threads";
import { allowLoopback, takeAttempts } from "./no-socket";

/** An address of the block kept for documentation, which is never routed. */
const nowhere = "192.0.2.1";
const swallowing = `try { require("node:net").connect(9, "${nowhere}"); } catch (error) { void error; }`;

describe("the guard against sockets", () => {
  it("refuses a connection by options, by port and by fetch", async () => {
    assert.throws(() => net.connect({ host: nowhere, port: 443 }), /open a socket: 192\.0\.2\.1:443/);
    assert.throws(() => net.connect(9), /open a socket: localhost:9/);
    await assert.rejects(fetch(`http://${nowhere}/`));
    assert.deepEqual(takeAttempts(), [`${nowhere}:443`, "localhost:9", `${nowhere}:80`]);
  });

  it("refuses a datagram", () => {
    const socket = dgram.createSocket("udp4");
    assert.throws(() => socket.send("x", 53, nowhere), /open a socket: datagram to 53/);
    socket.close();
    assert.equal(takeAttempts().length, 1);
  });

  it("sees an attempt in a worker, though its error is swallowed", async () => {
    await once(new Worker(swallowing, { eval: true }), "exit");
    assert.deepEqual(takeAttempts(), [`${nowhere}:9`]);
  });

  it("sees an attempt in a process, though its error is swallowed", () => {
    assert.equal(spawnSync(process.execPath, ["-e", swallowing]).status, 0);
    assert.deepEqual(takeAttempts(), [`${nowhere}:9`]);
  });

  it("lets a test reach the server that it registered", async () => {
    const server = net.createServer((socket) => socket.end("hello")).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as net.AddressInfo;
    const forbid = allowLoopback(port);
    const [data] = await once(net.connect(port, "127.0.0.1"), "data");
    assert.equal(String(data), "hello");
    forbid();
    assert.throws(() => net.connect(port, "127.0.0.1"));
    assert.equal(takeAttempts().length, 1);
    server.close();
  });
});
