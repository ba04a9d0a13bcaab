const express = require("express");
const winston = require("winston");
const app = express();

app.get("/search", (req, res) => {
  const term = req.query.term;
  if (/[\t ]/.test(term)) return res.status(400).end();
  winston.info("search for " + term); // expect: CWE-117
  res.end();
});
