const { exec } = require("child_process");
let command = "ls";
function choose(req, res) {
  command = req.query.command === "long" ? "ls -l" : "ls";
}
function run(req, res) {
  exec(command);
}
app.get("/set", choose);
app.get("/run", run);
