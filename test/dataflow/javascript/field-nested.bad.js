const app = require("express")();

app.get("/state", async (req, res) => {
  const task = { http: { url: "https://state.example", title: "" } };
  task.http.url = req.query.value;
  const answer = await fetch(task.http.url); // expect: CWE-918
  res.json({ status: answer.status });
});
