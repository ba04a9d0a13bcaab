const fs = require("fs");
const app = require("express")();

app.get("/page", (req, res) => {
  const path = "pages/".concat("index", ".txt");
  res.json({ text: fs.readFileSync(path, "utf8") });
});
