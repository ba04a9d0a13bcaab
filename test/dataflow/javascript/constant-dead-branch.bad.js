const app = require("express")();
const { pool } = require("./database");

app.get("/users", async (req, res) => {
  const number = 86;
  let value;
  if (7 * 42 - number > 300) {
    value = "This is constant";
  } else {
    value = req.query.name;
  }
  const found = await pool.query(`SELECT id FROM users WHERE name = '${value}'`); // expect: CWE-89
  res.json(found.rows);
});
