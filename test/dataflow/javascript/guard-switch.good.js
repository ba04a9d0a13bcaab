const app = require("express")();
const { pool } = require("./database");

app.get("/sorted", async (req, res) => {
  const { direction } = req.query;
  switch (direction) {
    case "ASC":
    case "DESC":
      break;
    default:
      return res.sendStatus(400);
  }
  const found = await pool.query("SELECT id FROM posts ORDER BY id " + direction);
  res.json(found.rows);
});
