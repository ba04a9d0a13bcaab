const { execSync } = require("child_process");
const app = require("express")();

app.get("/lookup", (req, res) => {
  const command = `dig +short A ${req.query.name ? "example.org" : "example.com"}`;
  res.json({ found: execSync(command).toString() });
});
