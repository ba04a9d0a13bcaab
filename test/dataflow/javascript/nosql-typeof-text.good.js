const express = require("express");
const users = require("./users");
const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const { name, pin } = req.body;
  if (typeof name !== "string" || typeof pin !== "string") return res.status(400).end();
  const user = await users.findOne({ name, pin });
  res.json({ ok: Boolean(user) });
});
