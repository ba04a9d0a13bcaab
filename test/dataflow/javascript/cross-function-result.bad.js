const { exec } = require("node:child_process");
const app = require("express")();

function wantedHost(req) {
  return req.query.host;
}

app.get("/ping", (req, res) => {
  exec("ping -c 1 " + wantedHost(req), (error, output) => res.json({ output })); // expect: CWE-78
});
