const escapeHtml = require("escape-html");
const app = require("express")();

app.get("/hello", (req, res) => {
  const name = req.query.name;
  res.send(`<h1>Hello ${name}</h1>`); // expect: CWE-79
});
