const mysql = require("mysql");
const app = require("express")();
const connection = mysql.createConnection(process.env.DATABASE_URL);

app.get("/tags", (req, res) => {
  const name = "'" + req.query.name + "'";
  connection.query("SELECT id FROM tags WHERE name = " + name, (error, rows) => res.json(rows)); // expect: CWE-89
});
