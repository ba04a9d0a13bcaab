// The histories of public repositories: `FOLDER/owner+name` is the git directory of a clone (a bare one, for instance).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Change } from "./changes";

const LARGEST_OUTPUT = 64 * 1024 * 1024;
const QUIET = { ...process.env, GIT_TERMINAL_PROMPT: "0" };

/** A clone below the folder, which need not be there. */
export class Clone {
  private readonly directory: string;

  constructor(
    folder: string,
    private readonly repository: string,
  ) {
    this.directory = join(folder, repository.replace("/", "+"));
  }

  get exists(): boolean {
    return existsSync(join(this.directory, "HEAD"));
  }

  /** What git prints; nothing where it fails. */
  private git(...args: string[]): string | undefined {
    const given = ["--git-dir", this.directory, "-c", "core.quotePath=false", ...args];
    const { status, stdout } = spawnSync("git", given, { encoding: "utf8", maxBuffer: LARGEST_OUTPUT, env: QUIET });
    return status === 0 ? stdout : undefined;
  }

  /** The commit before, for a merge the one it was merged into; nothing where the clone lacks either. */
  parentOf(commit: string): string | undefined {
    return this.git("rev-parse", "--verify", "--quiet", `${commit}^1^{commit}`)?.trim();
  }

  changes(before: string, after: string): Change[] {
    const fields = this.git("diff", "--no-renames", "--name-status", "-z", before, after)?.split("\0") ?? [];
    return fields.flatMap((status, at) => (at % 2 === 0 && status ? [{ status, path: fields[at + 1] ?? "" }] : []));
  }

  /** The differences of one file, without context. */
  diff(before: string, after: string, path: string): string {
    return this.git("diff", "--no-renames", "--no-ext-diff", "--no-textconv", "-U0", before, after, "--", path) ?? "";
  }

  /** The file's text at the commit; nothing where it is not there. */
  text(commit: string, path: string): string | undefined {
    return this.git("cat-file", "blob", `${commit}:${path}`);
  }

  /** Gets a commit and the one before from GitHub where the clone lacks them, and makes the clone where there is none. */
  bring(commit: string): void {
    if (this.exists && this.parentOf(commit) !== undefined) return;
    if (!this.exists) {
      mkdirSync(this.directory, { recursive: true });
      this.git("init", "--quiet", "--bare", this.directory);
    }
    this.git("fetch", "--quiet", "--depth", "2", `https://github.com/${this.repository}.git`, commit);
  }
}
