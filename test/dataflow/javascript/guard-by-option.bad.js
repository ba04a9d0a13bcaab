const fs = require("fs");
const path = require("path");

module.exports = (app, options) => {
  app.get("/map", (req, res) => {
    const file = path.join(options.root, req.query.name);
    if (options.verbose && isUnsafePath(file)) return res.sendStatus(403);
    res.end(fs.readFileSync(file)); // expect: CWE-22
  });
};

function isUnsafePath(file) {
  return file.includes("..");
}
