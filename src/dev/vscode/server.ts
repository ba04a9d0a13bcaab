// A VS Code served to a browser on this machine, with the extension under development loaded from its folder.
import { spawn } from "node:child_process";
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "../process";
import { installServer } from "./install";

const startDeadline = 60_000;

export interface ServerOptions {
  /** Whether every workspace is trusted; otherwise a workspace opens restricted. Default true. */
  readonly trusted?: boolean;
  /** Settings for the whole session, over the ones that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A folder of installed extensions, kept afterwards; default an empty one. */
  readonly extensionsFolder?: string;
}

export interface WindowOptions {
  /** A folder, or a `.code-workspace` file; absolute. Without it the window is empty. */
  readonly workspace?: string;
  /** The folder of the extension under development; absolute. */
  readonly extension?: string;
  /** The script whose `run()` is called in the extension host; absolute. */
  readonly tests?: string;
  /** Where the extension runs. Its folder's manifest must have no `main` for `web`. Default `node`. */
  readonly kind?: "node" | "web";
}

export interface Server {
  /** The address of a window. */
  url(window: WindowOptions): string;
  /** What the server has printed so far. */
  log(): string;
  /** Ends the server and its extension hosts, and removes its data. */
  close(): Promise<void>;
}

const quietSettings = {
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "security.workspace.trust.startupPrompt": "never",
  "files.autoSave": "off",
  // Nothing is looked up in a gallery of extensions.
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
};

/** Starts a server on a free port and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const program = await installServer();
  const data = mkdtempSync(join(tmpdir(), "caveat-vscode-"));
  mkdirSync(join(data, "user/Machine"), { recursive: true });
  writeFileSync(join(data, "user/Machine/settings.json"), JSON.stringify({ ...quietSettings, ...options.settings }));

  const port = await freePort();
  const child = spawn(program.node, [...arguments_(program.main, port, data, options)], {
    // A group of its own, so that the extension hosts end with it.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: withoutNodeOptions(),
  });
  const logFile = join(data, "server.log");
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const readLog = () => (existsSync(logFile) ? readFileSync(logFile, "utf8") : "");
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const close = async () => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    await exited;
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };

  const deadline = Date.now() + startDeadline;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      const printed = readLog();
      await close();
      throw new Error(`VS Code's server did not start:\n${printed}`);
    }
    await sleep(100);
  }
  return { url: (window) => windowUrl(port, window), log: readLog, close };
}

/** Installs a packed extension into a folder of extensions, as a user would from a file. */
export async function installExtension(vsix: string, extensionsFolder: string): Promise<void> {
  const { node, main } = await installServer();
  const args = [main, "--install-extension", vsix, "--extensions-dir", extensionsFolder, "--force"];
  const code = await run(node, [...args, "--accept-server-license-terms"], { NODE_OPTIONS: undefined });
  if (code !== 0) throw new Error(`VS Code could not install ${vsix}`);
}

function arguments_(main: string, port: number, data: string, options: ServerOptions): string[] {
  return [
    main,
    // Without it the built workbench ignores the paths of an extension under development.
    "--enable-smoke-test-driver",
    "--without-connection-token",
    "--accept-server-license-terms",
    "--disable-telemetry",
    ...(options.trusted === false ? [] : ["--disable-workspace-trust"]),
    ...["--host", "127.0.0.1", "--port", String(port)],
    ...[
      "--user-data-dir",
      join(data, "user"),
      "--extensions-dir",
      options.extensionsFolder ?? join(data, "extensions"),
    ],
  ];
}

/** The environment without what our own Node preloads: the server runs on another Node. */
function withoutNodeOptions(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return env;
}

function windowUrl(port: number, { workspace, extension, tests, kind }: WindowOptions): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload: [string, string][] = [];
  if (extension) payload.push(["extensionDevelopmentPath", remote(extension)]);
  if (tests) payload.push(["extensionTestsPath", remote(tests)]);
  if (kind === "web") payload.push(["extensionDevelopmentKind", "web"]);
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (workspace) url.searchParams.set(statSync(workspace).isDirectory() ? "folder" : "workspace", workspace);
  else url.searchParams.set("ew", "true");
  if (payload.length > 0) url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
  });
}
