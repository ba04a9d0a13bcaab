const { execSync } = require("child_process");
const app = require("express")();

function* names(req) {
  for (const name of req.body.names) {
    yield name;
  }
}

app.post("/stop", (req, res) => {
  for (const name of names(req)) {
    execSync("stop-job " + name); // expect: CWE-78
  }
  res.sendStatus(204);
});
