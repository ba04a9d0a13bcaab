// The tests' side of the guard against sockets: it fails the test during which one was tried, in whatever process.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RootHookObject } from "mocha";

const folder = mkdtempSync(join(tmpdir(), "caveat-sockets-"));
const log = join(folder, "attempts");
process.env.CAVEAT_SOCKET_LOG = log;
// The mocha process and its workers preload the guard by .mocharc.json; the processes they start, by this.
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --require "${join(__dirname, "socket-guard.cjs")}"`;

/** Lets the tests connect to a server on this machine's loopback address; call the result when it is closed. */
export function allowLoopback(port: number): () => void {
  const registered = process.env.CAVEAT_LOOPBACK_PORTS;
  process.env.CAVEAT_LOOPBACK_PORTS = [registered, port].filter(Boolean).join(",");
  return () => {
    process.env.CAVEAT_LOOPBACK_PORTS = registered ?? "";
  };
}

/** What was tried since the last call; for a test that provokes it on purpose. */
export function takeAttempts(): string[] {
  if (!existsSync(log)) return [];
  const attempts = readFileSync(log, "utf8").trim().split("\n");
  rmSync(log);
  return attempts;
}

export const mochaHooks: RootHookObject = {
  afterEach() {
    const tried = takeAttempts();
    if (tried.length > 0) throw new Error(`This test tried to open a socket: ${tried.join(", ")}`);
  },
  afterAll() {
    rmSync(folder, { recursive: true });
  },
};
