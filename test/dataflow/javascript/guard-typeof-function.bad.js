const express = require("express");
const app = express();

app.get("/later", (req, res) => {
  const task = req.query.task;
  if (typeof task === "function") return res.end();
  setTimeout(task, 1000); // expect: CWE-94
  res.end();
});
