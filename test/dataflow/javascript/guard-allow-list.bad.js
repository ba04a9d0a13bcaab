const { execSync } = require("child_process");
const app = require("express")();
const ALLOWED = ["daily", "weekly"];

app.post("/report", (req, res) => {
  const { kind } = req.body;
  if (!kind) return res.sendStatus(400);
  execSync("make-report " + kind); // expect: CWE-78
  res.sendStatus(204);
});
