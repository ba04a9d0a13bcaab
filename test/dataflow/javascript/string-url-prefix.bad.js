const app = require("express")();

app.get("/weather", async (req, res) => {
  const answer = await fetch(`https://${req.query.city}.weather.example/now`); // expect: CWE-918
  res.json({ status: answer.status });
});
