const fs = require("fs");
const app = require("express")();

app.get("/image", (req, res) => {
  const job = {};
  job.path = req.query.path;
  job.path = "images/logo.png";
  res.json({ size: fs.readFileSync(job.path).length });
});
