import express from "express";
import escapeStringRegexp from "escape-string-regexp";

const lines = ["first", "second"];

express().get("/find", (req, res) => {
  const pattern = new RegExp(String(req.query.q)); // expect: CWE-1333
  res.json(lines.filter((line) => pattern.test(line)));
});
