// Which files git knows to have changed.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { UsageError } from "./arguments";
import { absolutePath } from "./node-files";

const run = promisify(execFile);

/** A repository's own configuration must not start programs. */
const SAFE = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

/**
 * Absolute paths of files that differ from the point at which the branch left `ref` ("" for the last commit), those
 * that git does not track yet included. Throws a UsageError when `folder` is in no repository or the ref unknown.
 */
export async function changedFiles(folder: string, ref: string): Promise<Set<string>> {
  const git = async (...args: string[]) => {
    const { stdout } = await run("git", [...SAFE, "-C", folder, ...args], { maxBuffer: 1 << 28 });
    return stdout;
  };
  try {
    const top = (await git("rev-parse", "--show-toplevel")).trimEnd();
    // A ref that starts with a dash would be taken for an option.
    const commit = (
      await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref || "HEAD"}^{commit}`)
    ).trim();
    const base = (await git("merge-base", commit, "HEAD")).trim();
    const changed = await git(
      "-C",
      top,
      "diff",
      "--no-ext-diff",
      "--name-only",
      "--no-renames",
      "--diff-filter=d",
      "-z",
      base,
    );
    const untracked = await git("-C", top, "ls-files", "--others", "--exclude-standard", "-z");
    return new Set(
      `${changed}${untracked}`
        .split("\0")
        .filter((path) => path !== "")
        .map((path) => absolutePath(`${top}/${path}`)),
    );
  } catch (error) {
    const detail = String((error as { stderr?: string }).stderr ?? "")
      .trim()
      .split("\n")[0];
    const reason =
      detail === "" ? `git does not know “${ref || "HEAD"}”` : detail.replace(/^fatal: /, "").replace(/\.$/, "");
    throw new UsageError(`--changed cannot tell what changed: ${reason}.`);
  }
}
