const fs = require("node:fs");
const path = require("node:path");

module.exports = (folder) => function read(name) {
  return fs.readFileSync(path.join(folder, name), "utf8"); // expect: CWE-22
};
