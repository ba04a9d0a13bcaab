const child = require("child_process");
const app = require("express")();

app.post("/run", (req, res) => {
  const start = child["execSync"];
  start("job " + req.body.name); // expect: CWE-78
  res.sendStatus(204);
});
