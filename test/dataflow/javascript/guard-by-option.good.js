const fs = require("fs");
const path = require("path");

module.exports = (app, options) => {
  app.get("/map", (req, res) => {
    const file = path.join(options.root, req.query.name);
    if (!options.allowOutside && isUnsafePath(file)) return res.sendStatus(403);
    res.end(fs.readFileSync(file));
  });
};

function isUnsafePath(file) {
  return file.includes("..");
}
