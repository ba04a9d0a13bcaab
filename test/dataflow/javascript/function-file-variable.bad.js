const { exec } = require("child_process");
let command = "ls";
function choose(req, res) {
  command = req.query.command;
}
function run(req, res) {
  exec(command); // expect: CWE-78
}
app.get("/set", choose);
app.get("/run", run);
