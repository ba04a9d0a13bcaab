const { exec } = require("child_process");
const { Hono } = require("hono");
const app = new Hono();

app.get("/run/:folder", (c) => {
  exec("ls " + c.req.param("folder")); // expect: CWE-78
  return c.text("ok");
});
