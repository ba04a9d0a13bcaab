const fs = require("fs");
const app = require("express")();

app.get("/terms", (req, res) => {
  const { language } = req.query;
  if (language === "de" || language === "en") {
    res.json({ text: fs.readFileSync("terms." + language, "utf8") });
  }
});
