const app = require("express")();
const { pool } = require("./database");

function addFilter(parts, query) {
  parts.push("city IS NOT NULL");
}

app.get("/customers", async (req, res) => {
  const parts = [];
  addFilter(parts, req.query);
  const found = await pool.query("SELECT name FROM customers WHERE " + parts.join(" AND "));
  res.json(found.rows);
});
