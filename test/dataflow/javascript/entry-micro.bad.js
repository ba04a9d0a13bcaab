const { exec } = require("child_process");
const { json, send } = require("micro");

module.exports = async (req, res) => {
  const data = await json(req);
  exec("ls " + data.folder); // expect: CWE-78
  send(res, 200);
};
