const app = require("express")();
const { pool } = require("./database");

app.get("/stock", async (req, res) => {
  let sql = "SELECT amount FROM stock";
  const values = [];
  if (req.query.place) {
    sql += " WHERE place = '" + req.query.place + "'";
  }
  const found = await pool.query(sql, values); // expect: CWE-89
  res.json(found.rows);
});
