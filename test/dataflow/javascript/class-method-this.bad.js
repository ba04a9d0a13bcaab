const { execSync } = require("child_process");
const app = require("express")();

class Archive {
  constructor(name) {
    this.name = name;
  }

  pack() {
    execSync(`tar czf ${this.name}.tgz data`); // expect: CWE-78
  }
}

app.post("/pack", (req, res) => {
  new Archive(req.body.name).pack();
  res.sendStatus(204);
});
