import express from "express";
import { User } from "./models";

express().post("/register", async (req, res) => {
  const user = await User.create({ name: req.body.name, email: req.body.email });
  res.json({ id: user.id });
});
