const util = require("util");
const app = require("express")();
const { pool } = require("./database");

app.get("/stock", async (req, res) => {
  const sql = util.format("SELECT amount FROM stock WHERE place = '%s'", req.query.place);
  const found = await pool.query(sql); // expect: CWE-89
  res.json(found.rows);
});
