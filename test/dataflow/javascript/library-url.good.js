const fs = require("fs");
const http = require("http");
const url = require("url");

http
  .createServer((req, res) => {
    const { query } = url.parse(req.url, true);
    res.end(fs.readFileSync("notes/" + Number(query.name)));
  })
  .listen(8080);
