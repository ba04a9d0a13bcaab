import express from "express";
import escapeStringRegexp from "escape-string-regexp";

const lines = ["first", "second"];

express().get("/find", (req, res) => {
  const pattern = new RegExp(escapeStringRegexp(String(req.query.q)));
  res.json(lines.filter((line) => pattern.test(line)));
});
