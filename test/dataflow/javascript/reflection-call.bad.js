const fs = require("fs");
const app = require("express")();

app.get("/chart", (req, res) => {
  const text = fs.readFileSync.call(fs, "charts/" + req.query.name); // expect: CWE-22
  res.json({ size: text.length });
});
