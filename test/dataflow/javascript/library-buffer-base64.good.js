const serialize = require("node-serialize");
const app = require("express")();

app.get("/profile", (req, res) => {
  const text = Buffer.from(req.cookies.profile, "base64").toString("utf8");
  res.json(JSON.parse(text));
});
