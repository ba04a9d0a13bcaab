const { exec } = require("child_process");
const app = require("express")();

app.post("/archive", (req, res) => {
  const depth = 5;
  const chosen = depth * 2 === 10 ? req.body.folder : "public";
  exec("tar czf all.tgz " + chosen, () => res.sendStatus(204)); // expect: CWE-78
});
