// Compiles a folder of host suites into one script whose `run()` a VS Code calls in its extension host.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { filesUnder } from "../../src/dev/files";
import { inRoot } from "../../src/dev/paths";

export type HostKind = "node" | "web";

/** What a VS Code is told to load: both are absolute. */
export interface HostBundle {
  /** The folder of the extension under development. */
  readonly extension: string;
  /** The script inside it whose `run()` runs the suite. */
  readonly tests: string;
}

/**
 * @param suite the folder's name below `test/editor`
 * @param grep keeps the tests whose title holds it; "" keeps all
 * @returns undefined where the folder has no suites
 */
export async function bundleSuite(suite: string, kind: HostKind, grep: string): Promise<HostBundle | undefined> {
  const files = filesUnder(inRoot("test/editor", suite)).filter((file) => file.endsWith(".test.ts"));
  if (files.length === 0) return undefined;
  const loads = files.map((file) => `require(${JSON.stringify(file)});`).join(" ");
  // VS Code runs the tests in the host of the extension whose folder they are in.
  const extension = kind === "web" ? webExtension() : inRoot();
  const tests = join(extension, "out/test/editor", suite, "index.js");
  await build({
    stdin: {
      contents: `import { runSuite } from "./in-${kind}";
        export const run = () => runSuite(() => { ${loads} }, ${JSON.stringify(grep)});`,
      resolveDir: inRoot("test/host"),
      loader: "ts",
    },
    outfile: tests,
    bundle: true,
    // Mocha's build for browsers sets `module.exports` where it sees one; ours are set last.
    format: "iife",
    globalName: "suite",
    footer: { js: "module.exports = suite;" },
    platform: kind === "node" ? "node" : "browser",
    external: kind === "node" ? ["vscode", "mocha"] : ["vscode"],
    alias:
      kind === "node"
        ? {}
        : { "node:assert": inRoot("test/host/web-assert.ts"), "node:assert/strict": inRoot("test/host/web-assert.ts") },
    target: "es2023",
    sourcemap: "inline",
    logLevel: "warning",
  });
  return { extension, tests };
}

/**
 * A copy of the extension for the web host. Its manifest has neither `main` nor `extensionKind`: beside a server, as
 * here, either would make the extension run in the server's Node.
 */
function webExtension(): string {
  const folder = inRoot("out/web-extension");
  rmSync(folder, { recursive: true, force: true });
  for (const part of ["dist", "grammars", "package.nls.json"]) {
    if (existsSync(inRoot(part))) cpSync(inRoot(part), join(folder, part), { recursive: true });
  }
  const { main: _main, extensionKind: _kind, ...manifest } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  return folder;
}
