import express from "express";
import { users } from "./database";

express().post("/login", async (req, res) => {
  const { name } = req.body;
  if (name === undefined) return res.sendStatus(400);
  res.json({ known: (await users.findOne({ name })) !== null }); // expect: CWE-943
});
