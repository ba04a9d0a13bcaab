const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/page", (req, res) => {
  const name = req.query.name.replace(/\.\./g, "");
  res.send(fs.readFileSync(path.join("/srv/pages", name), "utf8"));
});
