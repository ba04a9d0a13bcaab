const app = require("express")();

function withTarget(req, action) {
  action(req.body.url);
}

app.post("/hook", (req, res) => {
  withTarget(req, (url) => {
    fetch(url, { method: "POST" }); // expect: CWE-918
  });
  res.sendStatus(204);
});
