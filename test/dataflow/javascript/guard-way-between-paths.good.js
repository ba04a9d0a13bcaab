const fs = require("fs");
const path = require("path");

const ROOT = "/srv/notes";

app.get("/note", (req, res) => {
  const file = path.join(ROOT, req.query.name);
  const way = path.relative(ROOT, file);
  if (way.startsWith("..") || path.isAbsolute(way)) return res.status(404).end();
  res.json({ text: fs.readFileSync(file, "utf8") });
});
