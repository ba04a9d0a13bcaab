const app = require("express")();

app.post("/login", (req, res) => {
  const { user } = req.body;
  console.warn(`login of ${user} failed`); // expect: CWE-117
  res.sendStatus(401);
});
