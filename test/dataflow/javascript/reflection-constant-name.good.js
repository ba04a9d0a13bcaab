const child = require("child_process");
const app = require("express")();

app.post("/run", (req, res) => {
  const start = child["execSync"];
  start("job nightly");
  res.sendStatus(204);
});
