"use strict";

const { exec, execFile, execSync: run, spawn } = require("child_process");
const express = require("express");
const net = require("net");
const vm = require("vm");

const router = express.Router();

const OPERATIONS = new Map([
  ["sum", (values) => values.reduce((a, b) => a + b, 0)],
  ["max", (values) => Math.max(...values)],
]);

router.get("/calculate", (req, res) => {
  // weakness: CWE-95 code-injection
  const result = eval(req.query.expression);
  res.json({ result });
});

router.get("/v2/calculate", (req, res) => {
  // safe: CWE-95 code-injection
  const result = JSON.parse(req.query.expression);
  res.json({ result });
});

router.post("/report/column", (req, res) => {
  const body = "return row." + req.body.column + ";";
  // weakness: CWE-95 code-injection
  const pick = new Function("row", body);
  res.json([{ price: 3 }, { price: 5 }].map((row) => pick(row)));
});

router.post("/v2/report/column", (req, res) => {
  const operation = OPERATIONS.get(req.body.operation);
  if (!operation) return res.sendStatus(400);
  // safe: CWE-95 code-injection
  const total = operation([3, 5]);
  return res.json({ total });
});

router.post("/macro", (req, res) => {
  const context = { rows: [1, 2, 3] };
  const { script } = req.body;
  // weakness: CWE-95 code-injection
  const value = vm.runInNewContext(script, context);
  res.json({ value });
});

router.post("/v2/macro", (req, res) => {
  const context = { rows: [1, 2, 3], factor: Number(req.body.factor) };
  // safe: CWE-95 code-injection
  const value = vm.runInNewContext("rows.map((row) => row * factor)", context);
  res.json({ value });
});

router.get("/ping", (req, res, next) => {
  // weakness: CWE-78 command-injection
  exec("ping -c 1 " + req.query.host, (err, stdout) => {
    if (err) return next(err);
    res.json({ output: stdout });
  });
});

router.get("/v2/ping", (req, res, next) => {
  const host = req.query.host;
  if (!net.isIP(host)) return res.sendStatus(400);
  // safe: CWE-78 command-injection
  return execFile("ping", ["-c", "1", host], (err, stdout) => {
    if (err) return next(err);
    res.json({ output: stdout });
  });
});

router.post("/thumbnail", (req, res) => {
  const width = req.body.width;
  const command = `convert catalogue.png -resize ${width} thumbnail.png`;
  // weakness: CWE-78 command-injection
  run(command);
  res.sendStatus(204);
});

router.post("/v2/thumbnail", (req, res) => {
  const width = parseInt(req.body.width, 10);
  const command = `convert catalogue.png -resize ${width} thumbnail.png`;
  // safe: CWE-78 command-injection
  run(command);
  res.sendStatus(204);
});

router.get("/logs", (req, res) => {
  const pattern = req.query.pattern;
  // weakness: CWE-78 command-injection
  const child = spawn("sh", ["-c", "grep " + pattern + " server.log"]);
  res.type("text/plain");
  child.stdout.pipe(res);
});

router.get("/v2/logs", (req, res) => {
  const pattern = req.query.pattern;
  // safe: CWE-78 command-injection
  const child = spawn("grep", ["-F", "-e", pattern, "--", "server.log"]);
  res.type("text/plain");
  child.stdout.pipe(res);
});

module.exports = router;
