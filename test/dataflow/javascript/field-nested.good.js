const app = require("express")();

app.get("/state", async (req, res) => {
  const task = { http: { url: "https://state.example", title: "" } };
  task.http.title = req.query.value;
  const answer = await fetch(task.http.url);
  res.json({ status: answer.status });
});
