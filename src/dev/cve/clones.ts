// The histories of public repositories: `FOLDER/owner+name` is the git directory of a clone (a bare one, for instance).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
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
    return this.gitWith(QUIET, ...args);
  }

  private gitWith(env: NodeJS.ProcessEnv, ...args: string[]): string | undefined {
    const given = ["--git-dir", this.directory, "-c", "core.quotePath=false", ...args];
    const { status, stdout } = spawnSync("git", given, { encoding: "utf8", maxBuffer: LARGEST_OUTPUT, env });
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

  /** Writes the files of a commit that the patterns name (pathspecs of git) and `keep` wants into a folder. */
  write(commit: string, folder: string, patterns: readonly string[], keep: (path: string) => boolean): void {
    mkdirSync(folder, { recursive: true });
    // An index of its own: that of the clone stays as it is.
    const index = mkdtempSync(join(tmpdir(), "caveat-index-"));
    const env = { ...QUIET, GIT_INDEX_FILE: join(index, "index") };
    this.gitWith(env, "--work-tree", folder, "checkout", "--quiet", commit, "--", ...patterns);
    rmSync(index, { recursive: true });
    for (const found of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = join(found.parentPath, found.name);
      // A link may lead out of the folder.
      if (!found.isDirectory() && !(found.isFile() && keep(relative(folder, file)))) rmSync(file);
    }
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
