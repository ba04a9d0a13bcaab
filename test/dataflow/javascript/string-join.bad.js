const { exec } = require("child_process");
const app = require("express")();

app.post("/sync", (req, res) => {
  const words = ["rsync", "-a", req.body.from, "/srv/copy"];
  exec(words.join(" "), () => res.sendStatus(204)); // expect: CWE-78
});
