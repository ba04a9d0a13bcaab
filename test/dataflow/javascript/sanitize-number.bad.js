const app = require("express")();
const { pool } = require("./database");

app.get("/item", async (req, res) => {
  const id = req.query.id.trim();
  const found = await pool.query(`SELECT * FROM items WHERE id = ${id}`); // expect: CWE-89
  res.json(found.rows);
});
