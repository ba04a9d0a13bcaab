const { exec } = require("child_process");
const resolvers = {
  Mutation: {
    async run(_, { folder }, context) {
      exec("ls " + folder); // expect: CWE-78
      return true;
    },
  },
};
module.exports = { resolvers };
