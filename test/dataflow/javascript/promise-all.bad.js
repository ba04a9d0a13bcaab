const fs = require("fs");
const app = require("express")();

const later = async (value) => value;

app.get("/both", async (req, res) => {
  const [given, fixed] = await Promise.all([later(req.query.name), later("index.txt")]);
  res.json({ text: fs.readFileSync("pages/" + given, "utf8") }); // expect: CWE-22
});
