const serialize = require("node-serialize");
const app = require("express")();

app.get("/profile", (req, res) => {
  const text = Buffer.from(req.cookies.profile, "base64").toString("utf8");
  res.json(serialize.unserialize(text)); // expect: CWE-502
});
