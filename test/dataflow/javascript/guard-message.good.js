const fs = require("fs");

function problemOf(name) {
  if (name.includes("..")) return "bad";
  return null;
}

module.exports = (app) => {
  app.get("/file", (req, res) => {
    const name = req.query.name;
    const problem = problemOf(name);
    if (problem !== null) return res.sendStatus(400);
    res.end(fs.readFileSync("/srv/" + name));
  });
};
