const { execSync } = require("child_process");
const app = require("express")();

app.get("/lookup", (req, res) => {
  const command = `dig +short A ${req.query.name}`;
  res.json({ found: execSync(command).toString() }); // expect: CWE-78
});
