const express = require("express");
const mysql = require("mysql2/promise");
const app = express();
const pool = mysql.createPool(process.env.DATABASE_URL);

function findOrders(status) {
  return pool.query("SELECT id FROM orders WHERE status = '" + status + "'"); // expect: CWE-89
}

app.get("/orders", async (req, res) => {
  const [rows] = await findOrders(req.query.status);
  res.json(rows);
});
