const { exec } = require("child_process");
const resolvers = {
  Mutation: {
    async run(_, { folder }, context) {
      exec("ls /srv");
      return true;
    },
  },
};
module.exports = { resolvers };
