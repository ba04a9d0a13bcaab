const app = require("express")();

app.post("/tenant", (req, res) => {
  req.session.tenant = Number(req.body.tenant);
  res.sendStatus(204);
});
