const express = require("express");
const winston = require("winston");
const app = express();

app.get("/search", (req, res) => {
  const term = req.query.term;
  if (/[\r\n]/.test(term)) return res.status(400).end();
  winston.info("search for " + term);
  res.end();
});
