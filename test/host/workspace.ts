// The workspace that a window of a test opens: a copy, so that tests may write in it.
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRoot } from "../../src/dev/paths";

export interface WorkspaceCopy {
  /** The copy's folder. */
  readonly folder: string;
  /** What to open: the folder, or the `.code-workspace` file in it. */
  readonly toOpen: string;
  /** Where a host leaves its results. */
  readonly results: string;
  remove(): void;
}

/** Copies a workspace (a path in the project), or the examples where it does not exist. */
export function copyWorkspace(from: string): WorkspaceCopy {
  const home = mkdtempSync(join(tmpdir(), "caveat-workspace-"));
  const folder = join(home, "workspace");
  cpSync(existsSync(inRoot(from)) ? inRoot(from) : inRoot("test/examples"), folder, { recursive: true });
  const file = readdirSync(folder).find((name) => name.endsWith(".code-workspace"));
  return {
    folder,
    toOpen: file ? join(folder, file) : folder,
    results: join(home, "results.json"),
    remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }),
  };
}
