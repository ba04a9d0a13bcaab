const ejs = require("ejs");
const app = require("express")();

app.get("/hello", (req, res) => {
  res.json({ page: ejs.render("<p>Hello " + req.query.name + "</p>") }); // expect: CWE-1336
});
