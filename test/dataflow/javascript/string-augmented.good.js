const app = require("express")();
const { pool } = require("./database");

app.get("/stock", async (req, res) => {
  let sql = "SELECT amount FROM stock";
  const values = [];
  if (req.query.place) {
    sql += " WHERE place = $1";
    values.push(req.query.place);
  }
  const found = await pool.query(sql, values);
  res.json(found.rows);
});
