const fs = require("fs");
const app = require("express")();

app.get("/doc", (req, res) => {
  const name = "welcome";
  const read = () => fs.readFileSync("docs/" + name, "utf8");
  res.json({ text: read() });
});
