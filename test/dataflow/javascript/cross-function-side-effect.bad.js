const app = require("express")();
const { pool } = require("./database");

function addFilter(parts, query) {
  parts.push("city = '" + query.city + "'");
}

app.get("/customers", async (req, res) => {
  const parts = [];
  addFilter(parts, req.query);
  const found = await pool.query("SELECT name FROM customers WHERE " + parts.join(" AND ")); // expect: CWE-89
  res.json(found.rows);
});
