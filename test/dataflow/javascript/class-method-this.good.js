const { execSync } = require("child_process");
const app = require("express")();

class Archive {
  constructor(name) {
    this.name = "backup";
  }

  pack() {
    execSync(`tar czf ${this.name}.tgz data`);
  }
}

app.post("/pack", (req, res) => {
  new Archive(req.body.name).pack();
  res.sendStatus(204);
});
