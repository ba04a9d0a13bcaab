const express = require("express");
const fs = require("fs");
const path = require("path");
const app = express();

app.get("/file", (req, res) => {
  const name = req.query.name;
  if (name !== path.basename(name)) return res.status(400).end();
  res.end(fs.readFileSync(path.join("/srv/files", name)));
});
