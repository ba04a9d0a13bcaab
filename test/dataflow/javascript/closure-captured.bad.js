const fs = require("fs");
const app = require("express")();

app.get("/doc", (req, res) => {
  const name = req.query.name;
  const read = () => fs.readFileSync("docs/" + name, "utf8"); // expect: CWE-22
  res.json({ text: read() });
});
