const { execSync } = require("child_process");
const app = require("express")();

app.post("/branch", (req, res) => {
  const { name } = req.body;
  if (!/^[a-z]+$/.test(name)) return res.sendStatus(400);
  execSync("git branch " + name);
  res.sendStatus(204);
});
