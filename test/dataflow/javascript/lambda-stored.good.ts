import express from "express";
import { pool } from "./database";

const build = (name: string): string => `SELECT id FROM users WHERE length(name) = ${name.length}`;

express().get("/users", async (req, res) => {
  const found = await pool.query(build(String(req.query.name)));
  res.json(found.rows);
});
