const Hapi = require("@hapi/hapi");
const server = Hapi.server({ port: 8080 });

server.route({
  method: "POST",
  path: "/hook",
  handler: async (request) => {
    const answer = await fetch(request.payload.url); // expect: CWE-918
    return { status: answer.status };
  },
});
