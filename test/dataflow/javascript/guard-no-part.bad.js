const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/page", (req, res) => {
  const name = req.query.name;
  if (name.split("/").some((part) => part === "")) return res.sendStatus(404);
  res.type("text").send(fs.readFileSync(path.join("/srv/pages", name))); // expect: CWE-22
});
