const fs = require("fs");
const app = require("express")();

app.get("/file", (req, res) => {
  const { name } = req.query;
  if (name.startsWith("/")) return res.sendStatus(400);
  res.json({ text: fs.readFileSync("files/" + name, "utf8") }); // expect: CWE-22
});
