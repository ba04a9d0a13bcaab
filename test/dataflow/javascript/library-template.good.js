const ejs = require("ejs");
const app = require("express")();

app.get("/hello", (req, res) => {
  res.json({ page: ejs.render("<p>Hello <%= name %></p>", { name: req.query.name }) });
});
