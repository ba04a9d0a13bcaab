const app = require("express")();

app.post("/notify", async (req, res) => {
  const event = JSON.parse(req.body.event);
  await fetch(event.callback, { method: "POST" }); // expect: CWE-918
  res.sendStatus(204);
});
