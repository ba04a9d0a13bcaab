const app = require("express")();

app.post("/tenant", (req, res) => {
  req.session.tenant = req.body.tenant; // expect: CWE-501
  res.sendStatus(204);
});
