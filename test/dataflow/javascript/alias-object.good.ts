import express from "express";

express().get("/state", async (req, res) => {
  const first = { url: "https://state.example" };
  const second = { ...first };
  second.url = String(req.query.url);
  const answer = await fetch(first.url);
  res.json({ status: answer.status });
});
