const fs = require("fs");
const path = require("path");
const app = require("express")();

const root = path.join(__dirname, "languages");

app.get("/language/:name", async (req, res) => {
  const file = path.join(root, `${req.params.name}.json`);
  if (!file.endsWith(".json")) {
    throw new Error("no language");
  }
  res.send(await fs.promises.readFile(file, "utf8")); // expect: CWE-22
});
