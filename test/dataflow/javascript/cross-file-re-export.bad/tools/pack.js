import { execFileSync, execSync } from "node:child_process";

export function pack(folder) {
  execSync("tar czf all.tgz " + folder); // expect: CWE-78
}
