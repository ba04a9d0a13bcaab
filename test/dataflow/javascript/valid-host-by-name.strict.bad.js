const { exec } = require("node:child_process");

exports.ping = (host, done) => {
  exec(`ping -c 1 ${host}`, done); // expect: CWE-78
};
