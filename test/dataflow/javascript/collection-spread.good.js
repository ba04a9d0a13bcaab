const app = require("express")();

app.post("/hook", async (req, res) => {
  const given = { url: req.body.url, text: "hello" };
  const settings = { ...given, url: "https://hooks.example/a" };
  await fetch(settings.url, { method: "POST" });
  res.sendStatus(204);
});
