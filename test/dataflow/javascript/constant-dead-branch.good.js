const app = require("express")();
const { pool } = require("./database");

app.get("/users", async (req, res) => {
  const number = 86;
  let value;
  if (7 * 42 - number > 200) {
    value = "This is constant";
  } else {
    value = req.query.name;
  }
  const found = await pool.query(`SELECT id FROM users WHERE name = '${value}'`);
  res.json(found.rows);
});
