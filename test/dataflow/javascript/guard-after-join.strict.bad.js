const fs = require("fs");
const path = require("path");

exports.note = function note(folder, name) {
  const file = path.join(folder, name);
  if (folder.includes("..")) throw new Error("outside");
  return fs.readFileSync(file, "utf8"); // expect: CWE-22
};
