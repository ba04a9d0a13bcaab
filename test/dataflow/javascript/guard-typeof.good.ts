import express from "express";
import { users } from "./database";

express().post("/login", async (req, res) => {
  const { name } = req.body;
  if (typeof name !== "string") return res.sendStatus(400);
  res.json({ known: (await users.findOne({ name })) !== null });
});
