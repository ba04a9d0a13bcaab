const fs = require("fs");
const app = require("express")();

app.get("/image", (req, res) => {
  const job = { path: "images/logo.png", title: "" };
  job["path"] = req.query.value;
  res.json({ size: fs.readFileSync(job["path"]).length }); // expect: CWE-22
});
