import express from "express";

const ALLOW_SCRIPTS = false;

express().post("/run", (req, res) => {
  let value: unknown = null;
  if (ALLOW_SCRIPTS) {
    value = eval(req.body.script);
  }
  res.json({ value });
});
