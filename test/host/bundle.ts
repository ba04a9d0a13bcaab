// Compiles a folder of host suites into one script whose `run()` a VS Code calls in its extension host.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { filesUnder } from "../../src/dev/files";
import { inRoot } from "../../src/dev/paths";

export type HostKind = "node" | "web";

/**
 * @param suite the folder's name below `test/editor`
 * @param grep keeps the tests whose title holds it; "" keeps all
 * @returns the script's path, or undefined where the folder has no suites
 */
export async function bundleSuite(suite: string, kind: HostKind, grep: string): Promise<string | undefined> {
  const files = filesUnder(inRoot("test/editor", suite)).filter((file) => file.endsWith(".test.ts"));
  if (files.length === 0) return undefined;
  const loads = files.map((file) => `require(${JSON.stringify(file)});`).join(" ");
  const outfile = inRoot("out/test/editor", suite, "index.js");
  await build({
    stdin: {
      contents: `import { runSuite } from "./in-${kind}";
        export const run = () => runSuite(() => { ${loads} }, ${JSON.stringify(grep)});`,
      resolveDir: inRoot("test/host"),
      loader: "ts",
    },
    outfile,
    bundle: true,
    format: "cjs",
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
  return outfile;
}

/** A copy of the extension for the web host, whose manifest has no `main`: with both entries, `main` would run. */
export function webExtension(): string {
  const folder = inRoot("out/web-extension");
  rmSync(folder, { recursive: true, force: true });
  for (const part of ["dist", "grammars", "package.nls.json"]) {
    if (existsSync(inRoot(part))) cpSync(inRoot(part), `${folder}/${part}`, { recursive: true });
  }
  const { main: _, ...manifest } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
  writeFileSync(`${folder}/package.json`, JSON.stringify(manifest));
  return folder;
}
