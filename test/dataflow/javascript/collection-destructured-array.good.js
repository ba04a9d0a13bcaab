const fs = require("fs");
const app = require("express")();

app.get("/page", (req, res) => {
  const [chosen, standard] = [req.query.page, "index.txt"];
  const path = standard;
  res.json({ text: fs.readFileSync("pages/" + path, "utf8") });
});
