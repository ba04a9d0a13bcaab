const app = require("express")();

app.get("/done", (req, res) => {
  const targets = { home: "/home", next: "/next" };
  Object.assign(targets, { next: req.query.next });
  res.redirect(targets.next); // expect: CWE-601
});
