const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/page", (req, res) => {
  const name = req.query.name.replace(/\s+/g, "");
  res.send(fs.readFileSync(path.join("/srv/pages", name), "utf8")); // expect: CWE-22
});
