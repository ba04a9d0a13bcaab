import express from "express";
import { pool } from "./database";

const build = (name: string): string => `SELECT id FROM users WHERE name = '${name}'`;

express().get("/users", async (req, res) => {
  const found = await pool.query(build(String(req.query.name))); // expect: CWE-89
  res.json(found.rows);
});
