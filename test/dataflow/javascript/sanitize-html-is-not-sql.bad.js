const escapeHtml = require("escape-html");
const app = require("express")();
const { pool } = require("./database");

app.get("/author", async (req, res) => {
  const name = escapeHtml(req.query.name);
  const found = await pool.query("SELECT id FROM authors WHERE id = " + name); // expect: CWE-89
  res.json(found.rows);
});
