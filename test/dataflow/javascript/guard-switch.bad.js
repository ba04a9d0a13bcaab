const app = require("express")();
const { pool } = require("./database");

app.get("/sorted", async (req, res) => {
  const { direction } = req.query;
  switch (direction) {
    case undefined:
      return res.sendStatus(400);
    default:
      break;
  }
  const found = await pool.query("SELECT id FROM posts ORDER BY id " + direction); // expect: CWE-89
  res.json(found.rows);
});
