import express from "express";

const HOSTS = new Set(["images.example", "cdn.example"]);

express().get("/image", async (req, res) => {
  const url = new URL(String(req.query.url));
  if (!url.hostname) return res.sendStatus(400);
  const answer = await fetch(url); // expect: CWE-918
  res.json({ status: answer.status });
});
