import express from "express";

const ALLOW_SCRIPTS = true;

express().post("/run", (req, res) => {
  let value: unknown = null;
  if (ALLOW_SCRIPTS) {
    value = eval(req.body.script); // expect: CWE-95
  }
  res.json({ value });
});
