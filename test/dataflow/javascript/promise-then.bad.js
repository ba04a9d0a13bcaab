const app = require("express")();

app.post("/forward", (req, res) => {
  Promise.resolve(req.body)
    .then((body) => body.url)
    .then((url) => fetch(url)) // expect: CWE-918
    .then((answer) => res.json({ status: answer.status }));
});
