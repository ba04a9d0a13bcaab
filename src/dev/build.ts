// Builds what ships: a bundle per host and per worker, the command line, and the compiled rules.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build as bundle } from "esbuild";
import { filesUnder, hashOfFiles } from "./files";
import { withNeeds } from "./needs";
import { inRoot } from "./paths";
import { asTask } from "./process";
import { buildRules, readBuiltInRules } from "./rules";

/** Node modules that web-tree-sitter names behind a check for Node; a bundle for the web must leave them alone. */
const guardedNodeImports = ["fs", "fs/promises", "module", "path", "url", "node:*"];

const shared: BuildOptions = {
  bundle: true,
  minify: true,
  sourcemap: "linked",
  sourcesContent: false,
  target: "es2023",
  logLevel: "warning",
  absWorkingDir: inRoot(),
};
const node: BuildOptions = {
  ...shared,
  platform: "node",
  format: "cjs",
  external: ["vscode"],
  // Its other form asks `import.meta` where it stands, which a CommonJS script does not have.
  alias: { "web-tree-sitter": inRoot("node_modules/web-tree-sitter/web-tree-sitter.cjs") },
};
const web: BuildOptions = { ...shared, platform: "browser", external: ["vscode", ...guardedNodeImports] };

/** Every bundle, by the file it makes in `dist`. */
export const bundles: Readonly<Record<string, BuildOptions & { entryPoints: [string] }>> = {
  "extension.node.js": { ...node, entryPoints: ["src/editor/main.node.ts"] },
  "extension.web.js": { ...web, format: "cjs", entryPoints: ["src/editor/main.web.ts"] },
  "worker.node.js": { ...node, entryPoints: ["src/worker/main.node.ts"] },
  // A classic script: the web host starts it from a Blob, where neither imports nor exports are to be had.
  "worker.web.js": { ...web, format: "iife", entryPoints: ["src/worker/main.web.ts"] },
  "cli.js": { ...node, entryPoints: ["src/cli/main.ts"], banner: { js: "#!/usr/bin/env node" } },
};

/** The engine as every host must be able to load it; the self checks look at what goes into it. */
export const neutralEngine: BuildOptions = {
  ...shared,
  sourcemap: false,
  entryPoints: ["src/engine/analyzer.ts"],
  platform: "neutral",
  mainFields: ["module", "main"],
  format: "esm",
  external: guardedNodeImports,
  write: false,
  metafile: true,
};

/** Builds `dist` from scratch when anything it is made from has changed since the last build, else does nothing. */
export async function build(): Promise<void> {
  const inputs = [...filesUnder(inRoot("src")), inRoot("package.json"), inRoot("package-lock.json")];
  const state = hashOfFiles(inputs);
  const stamp = inRoot("dist/.built-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state) return;

  // Built aside and moved, so that a build that fails leaves the last one standing.
  const target = inRoot("out/dist");
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const entries = Object.entries(bundles);
  await Promise.all(entries.map(([file, options]) => bundle({ ...options, outfile: join(target, file) })));
  buildRules(join(target, "rules.json"), await withNeeds(readBuiltInRules()));
  if (existsSync(inRoot("src/editor/media"))) {
    cpSync(inRoot("src/editor/media"), join(target, "media"), { recursive: true });
  }
  writeFileSync(join(target, ".built-from"), state);
  rmSync(inRoot("dist"), { recursive: true, force: true });
  renameSync(target, inRoot("dist"));
  console.log(`Built ${entries.map(([file]) => file).join(", ")}.`);
}

if (require.main === module) {
  asTask(async () => {
    await build();
    return 0;
  });
}
