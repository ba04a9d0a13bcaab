// The command line as it is installed: bundled, with its rules and grammars beside it, in a folder of its own.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { bundles } from "../../src/dev/build";
import { inRoot } from "../../src/dev/paths";
import { buildRules } from "../../src/dev/rules";

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), "caveat-cli-")));
}

/** A copy of the program that a test may damage. */
export class Installation {
  private constructor(readonly folder: string) {}

  static async make(): Promise<Installation> {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "dist"));
    await build({ ...bundles["cli.js"], minify: false, sourcemap: false, outfile: join(folder, "dist/cli.js") });
    buildRules(join(folder, "dist/rules.json"));
    cpSync(inRoot("grammars"), join(folder, "grammars"), { recursive: true });
    cpSync(inRoot("package.json"), join(folder, "package.json"));
    return new Installation(folder);
  }

  copy(): Installation {
    const folder = temporaryFolder();
    cpSync(this.folder, folder, { recursive: true });
    return new Installation(folder);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** Runs `caveat` in a folder and waits for its end. */
  run(cwd: string, ...args: string[]): Promise<Run> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(this.folder, "dist/cli.js"), ...args], { cwd });
      const output = { stdout: "", stderr: "" };
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        output.stdout += text;
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        output.stderr += text;
      });
      child.on("error", reject);
      child.on("close", (status) => resolve({ status: status ?? -1, ...output }));
    });
  }
}

/** A folder with files, for a scan to look at. */
export class Tree {
  readonly folder = temporaryFolder();

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [path, content] of Object.entries(files)) {
      this.write(path, content);
    }
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
