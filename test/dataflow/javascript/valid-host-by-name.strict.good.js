const { exec } = require("node:child_process");
const { isValidHost } = require("./hosts");

exports.ping = (host, done) => {
  if (!isValidHost(host)) return done(new Error("no host"));
  exec(`ping -c 1 ${host}`, done);
};
