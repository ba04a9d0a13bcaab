const { execSync } = require("child_process");
const app = require("express")();

app.post("/show", (req, res) => {
  const values = [];
  values.push("safe");
  values.push(req.body.name);
  values.push("moresafe");
  values.shift();
  execSync("ls " + values[0]); // expect: CWE-78
  res.sendStatus(204);
});
