// Packs the extension as one file to install: `npm run package [-- FILE]`.
import { build } from "./build";
import { inRoot } from "./paths";
import { asTask, runTool } from "./process";

/** Builds and packs; everything that ships is bundled, so no dependency is packed. @returns the exit code */
export async function packExtension(target: string): Promise<number> {
  await build();
  return runTool("@vscode/vsce/vsce", [
    "package",
    "--no-dependencies",
    "--skip-license",
    "--no-rewrite-relative-links",
    "--out",
    target,
  ]);
}

if (require.main === module) asTask(([target]) => packExtension(target ?? inRoot("caveat.vsix")));
