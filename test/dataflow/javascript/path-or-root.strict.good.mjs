import fs from "node:fs";
import path from "node:path";

const inside = (root, full) => {
  const way = path.relative(root, full);
  return way !== "" && !way.startsWith("..") && !path.isAbsolute(way);
};

export function read(name) {
  const root = path.resolve("/srv/data");
  const full = path.resolve(root, name);
  if (full !== root && !full.startsWith(root + path.sep)) throw new Error("outside");
  return fs.readFileSync(full);
}

export function remove(name) {
  const full = path.resolve("/srv/data", name);
  if (!inside("/srv/data", full)) throw new Error("outside");
  return fs.rmSync(full);
}
