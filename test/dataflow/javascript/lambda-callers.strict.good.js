const cp = require("child_process");
const { z } = require("zod");

const Name = z.string().regex(/^[a-z]+$/);
const line = (name) => `convert ${name.trim()} out.png`;

function convert(input) {
  const name = Name.parse(input);
  return cp.execSync(line(name));
}

module.exports = { convert };
