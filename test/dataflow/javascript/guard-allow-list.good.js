const { execSync } = require("child_process");
const app = require("express")();
const ALLOWED = ["daily", "weekly"];

app.post("/report", (req, res) => {
  const { kind } = req.body;
  if (!ALLOWED.includes(kind)) return res.sendStatus(400);
  execSync("make-report " + kind);
  res.sendStatus(204);
});
