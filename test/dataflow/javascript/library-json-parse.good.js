const app = require("express")();

app.post("/notify", async (req, res) => {
  const event = JSON.parse(req.body.event);
  await fetch("https://events.example/new", { method: "POST", body: event.callback });
  res.sendStatus(204);
});
