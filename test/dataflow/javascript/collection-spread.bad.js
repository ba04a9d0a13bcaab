const app = require("express")();

app.post("/hook", async (req, res) => {
  const given = { url: req.body.url, text: "hello" };
  const settings = { url: "https://hooks.example/a", ...given };
  await fetch(settings.url, { method: "POST" }); // expect: CWE-918
  res.sendStatus(204);
});
