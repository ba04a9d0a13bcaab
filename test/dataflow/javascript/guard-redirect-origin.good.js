const app = require("express")();
const ORIGIN = "https://shop.example";

app.get("/login", (req, res) => {
  const target = new URL(req.query.next, ORIGIN);
  if (target.origin !== ORIGIN) return res.redirect("/");
  res.redirect(target.href);
});
