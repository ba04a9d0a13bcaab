const fs = require("fs");
const path = require("path");

app.get("/note", (req, res) => {
  const file = path.resolve("/srv/notes", req.query.name);
  if (file.indexOf("notes") === -1) return res.status(404).end();
  res.json({ text: fs.readFileSync(file, "utf8") }); // expect: CWE-22
});
