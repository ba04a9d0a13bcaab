const app = require("express")();

app.get("/profile", async (req, res) => {
  const answer = await fetch("https://" + req.query.region + "/profile"); // expect: CWE-918
  res.json({ status: answer.status });
});
