const http = require("http");
const { execSync } = require("child_process");

http
  .createServer((req, res) => {
    let body = "";
    req.on("data", (chunk) => {
      body += chunk;
    });
    req.on("end", () => {
      execSync("notify " + body.length);
      res.end();
    });
  })
  .listen(8080);
