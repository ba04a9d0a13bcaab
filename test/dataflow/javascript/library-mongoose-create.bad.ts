import express from "express";
import { User } from "./models";

express().post("/register", async (req, res) => {
  const user = await User.create(req.body); // expect: CWE-915
  res.json({ id: user.id });
});
