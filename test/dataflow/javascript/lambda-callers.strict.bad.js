const cp = require("child_process");
const { z } = require("zod");

const Name = z.string().min(1);
const line = (name) => `convert ${name.trim()} out.png`;

function convert(input) {
  const name = Name.parse(input);
  return cp.execSync(line(name)); // expect: CWE-78
}

module.exports = { convert };
