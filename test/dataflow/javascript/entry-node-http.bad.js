const fs = require("fs");
const http = require("http");
const path = require("path");

http
  .createServer((req, res) => {
    const file = path.join("/srv/www", decodeURIComponent(req.url));
    fs.createReadStream(file).pipe(res); // expect: CWE-22
  })
  .listen(8080);
