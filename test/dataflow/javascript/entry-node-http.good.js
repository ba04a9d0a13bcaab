const fs = require("fs");
const http = require("http");
const path = require("path");

http
  .createServer((req, res) => {
    const file = path.join("/srv/www", path.basename(decodeURIComponent(req.url)));
    fs.createReadStream(file).pipe(res);
  })
  .listen(8080);
