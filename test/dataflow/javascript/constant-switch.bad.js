const fs = require("fs");
const app = require("express")();

app.get("/text", (req, res) => {
  const letters = "ABC";
  const guess = letters[2];
  let path;
  switch (guess) {
    case "A":
    case "C":
      path = req.query.name;
      break;
    case "B":
      path = "texts/hello.txt";
      break;
    default:
      path = "texts/other.txt";
  }
  res.json({ text: fs.readFileSync(path, "utf8") }); // expect: CWE-22
});
