const app = require("express")();
const { pool } = require("./database");

app.post("/import", (req, res) => {
  req.body.rows.forEach((row) => {
    pool.query("INSERT INTO items VALUES ('" + row.name + "')"); // expect: CWE-89
  });
  res.sendStatus(204);
});
