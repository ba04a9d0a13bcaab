const { execSync } = require("child_process");
const app = require("express")();

app.post("/clean", (req, res) => {
  const commands = req.body.names.map((name) => "rm -rf cache/" + Number(name));
  for (const command of commands) {
    execSync(command);
  }
  res.sendStatus(204);
});
