const express = require("express");
const app = express();

app.get("/preview", async (req, res) => {
  const { hostname } = new URL(req.query.url);
  if (["docs.example.com"].includes(hostname)) return res.status(400).end();
  const page = await fetch(req.query.url); // expect: CWE-918
  res.json({ status: page.status });
});
