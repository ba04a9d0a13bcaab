// The door of every npm script. It needs nothing but Node and npm, so a fresh clone can run it: it installs what the
// lock file names when that is not what stands in node_modules, and hands over to `src/dev/<task>.ts`.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Whether node_modules holds exactly what the lock file asks for (npm's own record of it is compared). */
function installed() {
  const record = join(root, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const read = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const wanted = read(join(root, "package-lock.json"));
  const present = read(record);
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || (path in present ? present[path].integrity === entry.integrity : entry.optional),
  );
}

if (!installed()) {
  console.log("Installing what package-lock.json names ...");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
}

const [task, ...args] = process.argv.slice(2);
const script = join(root, "src/dev", `${task}.ts`);
if (!task || !existsSync(script)) {
  console.error(`No such task: ${task ?? "(none)"}`);
  process.exit(2);
}
const child = spawn(process.execPath, ["--import", "tsx", script, ...args], { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
