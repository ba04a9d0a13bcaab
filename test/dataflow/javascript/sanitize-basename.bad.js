const fs = require("fs");
const path = require("path");
const app = require("express")();

app.get("/photo", (req, res) => {
  const file = path.join("/srv/photos", req.query.name);
  fs.createReadStream(file).pipe(res); // expect: CWE-22
});
