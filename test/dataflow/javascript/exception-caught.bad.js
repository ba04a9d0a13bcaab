const { execSync } = require("child_process");
const app = require("express")();

app.post("/scale", (req, res) => {
  let { size } = req.body;
  try {
    size = JSON.stringify(BigInt(size).toString());
  } catch (error) {
    console.warn("size is no number");
  }
  execSync("scale " + size); // expect: CWE-78
  res.sendStatus(204);
});
