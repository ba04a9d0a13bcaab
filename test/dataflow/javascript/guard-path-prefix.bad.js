const fs = require("fs");
const path = require("path");
const app = require("express")();
const ROOT = "/srv/files";

app.get("/file", (req, res) => {
  const full = ROOT + "/" + req.query.name;
  if (!full.startsWith(ROOT + path.sep)) return res.sendStatus(404);
  res.json({ text: fs.readFileSync(full, "utf8") }); // expect: CWE-22
});
