import { execFileSync, execSync } from "node:child_process";

export function pack(folder) {
  execFileSync("tar", ["czf", "all.tgz", "--", folder]);
}
