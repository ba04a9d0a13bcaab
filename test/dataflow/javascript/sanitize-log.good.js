const app = require("express")();

app.post("/login", (req, res) => {
  const { user } = req.body;
  console.warn(`login of ${user.replace(/[\r\n]/g, " ")} failed`);
  res.sendStatus(401);
});
