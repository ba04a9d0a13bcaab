const app = require("express")();
const { pool } = require("./database");

app.get("/order", async (req, res) => {
  const { id } = req.query;
  if (id === "") throw new Error("id");
  const found = await pool.query("SELECT * FROM orders WHERE id = " + id); // expect: CWE-89
  res.json(found.rows);
});
