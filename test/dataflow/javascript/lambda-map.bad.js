const { execSync } = require("child_process");
const app = require("express")();

app.post("/clean", (req, res) => {
  const commands = req.body.names.map((name) => "rm -rf cache/" + name);
  for (const command of commands) {
    execSync(command); // expect: CWE-78
  }
  res.sendStatus(204);
});
