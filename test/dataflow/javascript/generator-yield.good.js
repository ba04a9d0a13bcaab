const { execSync } = require("child_process");
const app = require("express")();

function* names(req) {
  for (const name of req.body.names) {
    yield Number(name);
  }
}

app.post("/stop", (req, res) => {
  for (const name of names(req)) {
    execSync("stop-job " + name);
  }
  res.sendStatus(204);
});
