const { exec } = require("child_process");
const app = require("express")();
const { TASKS } = require("./tasks");

app.get("/run", (req, res) => {
  const task = req.query.task;
  let known = false;
  for (const one of TASKS) {
    if (one.enabled) {
      known = true;
      break;
    }
  }
  if (!known) {
    throw new Error("no such task");
  }
  exec("run-task " + task, (error, out) => res.send(out)); // expect: CWE-78
});
