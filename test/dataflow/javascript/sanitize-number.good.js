const app = require("express")();
const { pool } = require("./database");

app.get("/item", async (req, res) => {
  const id = parseInt(req.query.id, 10);
  const found = await pool.query(`SELECT * FROM items WHERE id = ${id}`);
  res.json(found.rows);
});
