const xpath = require("xpath");
const app = require("express")();
const { staff } = require("./documents");

class Queries {
  static person(name) {
    return "//person[@name='" + name.replace(/'/g, "") + "']";
  }
}

app.get("/staff", (req, res) => {
  res.json({ found: xpath.select(Queries.person(req.query.name), staff).length });
});
