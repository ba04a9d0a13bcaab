import fs from "node:fs";
import path from "node:path";

server.tool("read", {}, async ({ name }) => {
  return fs.promises.readFile(path.join(ROOT, path.basename(name)), "utf8");
});
