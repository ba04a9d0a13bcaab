const { exec } = require("node:child_process");
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const express = require("express");
const mysql = require("mysql2");

const app = express();
const database = mysql.createConnection({ host: "localhost", user: "shop" });

app.get("/total", (req, res) => {
  // Whoever sends the request chooses what runs here.
  res.json({ total: eval(req.query.expression) });
});

app.get("/ping", (req, res) => {
  exec(`ping -c 1 ${req.query.host}`, (error, output) => {
    res.send(error ? "unreachable" : output);
  });
});

app.get("/orders", (req, res) => {
  database.query("SELECT * FROM orders WHERE customer = '" + req.query.customer + "'", (error, rows) => {
    res.json(rows);
  });
});

app.get("/invoice", (req, res) => {
  fs.readFile(path.join("/srv/invoices", req.query.name), (error, data) => {
    res.send(data);
  });
});

app.post("/password", (req, res) => {
  const digest = crypto.createHash("md5").update(req.body.password).digest("hex");
  res.cookie("session", digest, { httpOnly: false });
  res.redirect(req.query.next);
});

app.listen(3000);
