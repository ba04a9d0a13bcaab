// Preloaded into every process and worker of the unit suites: a connection to anything but a server that a test has
// registered throws there, and is written to a log, so that it fails the test even where the error is swallowed.
// Plain JavaScript, since Node preloads it before any translation.
const { appendFileSync } = require("node:fs");
const dgram = require("node:dgram");
const dns = require("node:dns");
const net = require("node:net");

const loopback = new Set(["127.0.0.1", "::1", "localhost"]);

/** @param {string} what the target of the attempt; always throws */
function refuse(what) {
  if (process.env.CAVEAT_SOCKET_LOG) appendFileSync(process.env.CAVEAT_SOCKET_LOG, `${what}\n`);
  throw new Error(`A test tried to open a socket: ${what}`);
}

/** @param {string} port whether a test has registered it (see no-socket.ts) */
const isRegistered = (port) => (process.env.CAVEAT_LOOPBACK_PORTS ?? "").split(",").includes(port);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
  // Called as users do, or with what Node's own normalisation made: an array of options and callback.
  const first = Array.isArray(given[0]) ? given[0][0] : given[0];
  const isOptions = typeof first === "object" && first !== null;
  // A bare string is a pipe, as is `path`: these carry the channels of child processes on this machine.
  const isPipe = isOptions ? Boolean(first.path) : typeof first === "string" && Number.isNaN(Number(first));
  if (!isPipe) {
    const port = String(isOptions ? first.port : first);
    const host = (isOptions ? first.host : typeof given[1] === "string" && given[1]) || "localhost";
    if (!loopback.has(host) || !isRegistered(port)) refuse(`${host}:${port}`);
  }
  return Reflect.apply(connect, this, given);
};

dgram.Socket.prototype.send = (...given) => refuse(`datagram to ${given.slice(1).join(" ")}`);
dgram.Socket.prototype.connect = (port) => refuse(`datagram to port ${port}`);

const { lookup } = dns;
dns.lookup = (host, ...rest) => (loopback.has(host) ? lookup(host, ...rest) : refuse(`look-up of ${host}`));
