const fs = require("fs");
const app = require("express")();

app.get("/terms", (req, res) => {
  const { language } = req.query;
  if (language !== "xx") {
    res.json({ text: fs.readFileSync("terms." + language, "utf8") }); // expect: CWE-22
  }
});
