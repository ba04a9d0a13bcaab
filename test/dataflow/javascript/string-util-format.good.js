const util = require("util");
const app = require("express")();
const { pool } = require("./database");

app.get("/stock", async (req, res) => {
  const sql = util.format("SELECT amount FROM stock WHERE place = '%s'", "hall");
  const found = await pool.query(sql);
  res.json(found.rows);
});
