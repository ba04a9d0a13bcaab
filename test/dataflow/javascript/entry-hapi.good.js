const Hapi = require("@hapi/hapi");
const server = Hapi.server({ port: 8080 });

server.route({
  method: "POST",
  path: "/hook",
  handler: async (request) => {
    const answer = await fetch("https://hooks.example/" + request.payload.name);
    return { status: answer.status };
  },
});
