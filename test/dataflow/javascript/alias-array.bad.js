const { execSync } = require("child_process");
const app = require("express")();

app.post("/start", (req, res) => {
  const words = ["start-job"];
  const line = words;
  line.push(req.body.name);
  execSync(words.join(" ")); // expect: CWE-78
  res.sendStatus(204);
});
