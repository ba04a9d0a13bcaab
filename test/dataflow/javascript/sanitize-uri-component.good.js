const app = require("express")();

app.get("/profile", async (req, res) => {
  const answer = await fetch("https://" + encodeURIComponent(req.query.region) + ".api.example/profile");
  res.json({ status: answer.status });
});
