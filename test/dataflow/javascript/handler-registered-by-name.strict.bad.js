import fs from "node:fs";
import path from "node:path";

server.tool("read", {}, async ({ name }) => {
  return fs.promises.readFile(path.join(ROOT, name), "utf8"); // expect: CWE-22
});
