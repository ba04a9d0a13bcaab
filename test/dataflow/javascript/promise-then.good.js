const app = require("express")();

app.post("/forward", (req, res) => {
  Promise.resolve(req.body)
    .then((body) => "https://api.example/" + body.name)
    .then((url) => fetch(url))
    .then((answer) => res.json({ status: answer.status }));
});
