const app = require("express")();
const { pool } = require("./database");

app.get("/users", async (req, res) => {
  const values = new Map();
  values.set("a", "constant");
  values.set("b", req.query.name);
  const found = await pool.query("SELECT id FROM users WHERE name = '" + values.get("a") + "'");
  res.json(found.rows);
});
