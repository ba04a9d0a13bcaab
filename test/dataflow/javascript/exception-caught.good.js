const { execSync } = require("child_process");
const app = require("express")();

app.post("/scale", (req, res) => {
  let { size } = req.body;
  try {
    size = JSON.stringify(BigInt(size).toString());
  } catch (error) {
    size = "100";
  }
  execSync("scale " + size);
  res.sendStatus(204);
});
