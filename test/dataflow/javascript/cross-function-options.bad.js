const { execSync } = require("child_process");
const app = require("express")();

function convert({ source, size }) {
  execSync(`convert ${source} -resize ${size} out.png`); // expect: CWE-78
}

app.post("/thumbnail", (req, res) => {
  convert({ source: "in.png", size: req.body.size });
  res.sendStatus(204);
});
