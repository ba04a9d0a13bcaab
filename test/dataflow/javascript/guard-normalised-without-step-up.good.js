const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/page", (req, res) => {
  const page = path.normalize(req.query.page);
  if (!page.startsWith("..") && !path.isAbsolute(page)) {
    res.send(fs.readFileSync(page, "utf8"));
  }
});
