const fs = require("fs");
const app = require("express")();

app.get("/image", (req, res) => {
  const job = {};
  job.path = req.query.path;
  job.size = 64;
  res.json({ size: fs.readFileSync(job.path).length }); // expect: CWE-22
});
