const _ = require("lodash");
const app = require("express")();
const settings = { theme: "light" };

app.put("/settings", (req, res) => {
  _.merge(settings, { theme: String(req.body.theme) });
  res.json(settings);
});
