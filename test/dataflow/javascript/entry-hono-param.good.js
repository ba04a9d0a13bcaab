const { exec } = require("child_process");
const { Hono } = require("hono");
const app = new Hono();

app.get("/run/:folder", (c) => {
  exec("ls /srv");
  return c.text("ok");
});
