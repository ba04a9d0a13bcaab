const app = require("express")();

function withTarget(req, action) {
  action("https://hooks.example/" + req.body.name);
}

app.post("/hook", (req, res) => {
  withTarget(req, (url) => {
    fetch(url, { method: "POST" });
  });
  res.sendStatus(204);
});
