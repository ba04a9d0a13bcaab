const _ = require("lodash");
const app = require("express")();
const settings = { theme: "light" };

app.put("/settings", (req, res) => {
  _.merge(settings, req.body); // expect: CWE-1321
  res.json(settings);
});
