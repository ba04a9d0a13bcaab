const app = require("express")();
const { pool } = require("./database");

app.get("/filter", async (req, res) => {
  const conditions = [];
  for (const [key, value] of Object.entries(req.query)) {
    conditions.push(`${key} = '${value}'`);
  }
  const [rows] = await pool.query("SELECT id FROM posts WHERE " + conditions.join(" OR "), Object.values(req.query)); // expect: CWE-89
  res.json(rows);
});
