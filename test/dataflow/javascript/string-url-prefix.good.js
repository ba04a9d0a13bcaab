const app = require("express")();

app.get("/weather", async (req, res) => {
  const answer = await fetch(`https://weather.example/now/${req.query.city}`);
  res.json({ status: answer.status });
});
