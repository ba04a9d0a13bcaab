"use strict";

const express = require("express");
const mysql = require("mysql2");
const sqlite3 = require("sqlite3");
const util = require("util");
const _ = require("lodash");

const router = express.Router();
const connection = mysql.createConnection(process.env.DATABASE_URL);
const archive = new sqlite3.Database("archive.db");

router.get("/products", function (req, res, next) {
  const category = req.query.category;
  const sql = "SELECT id, title, price FROM products WHERE category = '" + category + "' ORDER BY title";
  // weakness: CWE-89 sql-injection
  connection.query(sql, function (err, rows) {
    if (err) return next(err);
    res.json(rows);
  });
});

router.get("/v2/products", function (req, res, next) {
  const category = req.query.category;
  const sql = "SELECT id, title, price FROM products WHERE category = ? ORDER BY title";
  // safe: CWE-89 sql-injection
  connection.query(sql, [category], function (err, rows) {
    if (err) return next(err);
    res.json(rows);
  });
});

router.get("/archive/:year", (req, res, next) => {
  const { year } = req.params;
  // weakness: CWE-89 sql-injection
  archive.all(util.format("SELECT * FROM orders WHERE year = '%s'", year), (err, rows) => {
    if (err) return next(err);
    res.json({ year: Number(year), rows });
  });
});

router.get("/v2/archive/:year", (req, res, next) => {
  const { year } = req.params;
  // safe: CWE-89 sql-injection
  archive.all("SELECT * FROM orders WHERE year = $year", { $year: year }, (err, rows) => {
    if (err) return next(err);
    res.json({ year: Number(year), rows });
  });
});

router.get("/products/filter", (req, res) => {
  const titles = ["Kettle", "Teapot", "Toaster"];
  // weakness: CWE-1333 regex-dos
  const wanted = new RegExp(req.query.title, "i");
  res.json(titles.filter((title) => wanted.test(title)));
});

router.get("/v2/products/filter", (req, res) => {
  const titles = ["Kettle", "Teapot", "Toaster"];
  // safe: CWE-1333 regex-dos
  const wanted = new RegExp(_.escapeRegExp(req.query.title), "i");
  res.json(titles.filter((title) => wanted.test(title)));
});

router.post("/products/tags", (req, res) => {
  const tags = req.body.tags;
  // weakness: CWE-1333 regex-dos
  if (!/^([a-z]+-?)+$/.test(tags)) {
    return res.status(400).json({ error: "tags" });
  }
  return res.json({ ok: true });
});

router.post("/v2/products/tags", (req, res) => {
  const tags = req.body.tags;
  // safe: CWE-1333 regex-dos
  if (!/^[a-z]+(-[a-z]+)*$/.test(tags)) {
    return res.status(400).json({ error: "tags" });
  }
  return res.json({ ok: true });
});

router.put("/settings", (req, res) => {
  const settings = { mail: {}, display: {} };
  const section = req.body.section;
  const name = req.body.name;
  // weakness: CWE-1321 prototype-pollution
  settings[section][name] = req.body.value;
  res.json(settings);
});

router.put("/v2/settings", (req, res) => {
  const settings = { mail: {}, display: {} };
  const section = req.body.section;
  const name = req.body.name;
  if (section !== "mail" && section !== "display") {
    return res.sendStatus(400);
  }
  // safe: CWE-1321 prototype-pollution
  settings[section][name] = String(req.body.value);
  return res.json(settings);
});

router.patch("/tree", (req, res) => {
  let node = { limits: { daily: {} }, labels: {} };
  const keys = req.body.path.split(".");
  const last = keys.pop();
  for (const key of keys) {
    node = node[key];
  }
  // weakness: CWE-1321 prototype-pollution
  node[last] = req.body.value;
  res.sendStatus(204);
});

router.patch("/v2/tree", (req, res) => {
  let node = new Map([["limits", new Map()], ["labels", new Map()]]);
  const keys = req.body.path.split(".");
  const last = keys.pop();
  for (const key of keys) {
    node = node.get(key);
  }
  // safe: CWE-1321 prototype-pollution
  node.set(last, req.body.value);
  res.sendStatus(204);
});

module.exports = router;
