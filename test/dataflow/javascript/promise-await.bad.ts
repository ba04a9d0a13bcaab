import express from "express";
import { pool } from "./database";

async function condition(name: string): Promise<string> {
  return "name = '" + name + "'";
}

express().get("/users", async (req, res) => {
  const where = await condition(String(req.query.name));
  const found = await pool.query("SELECT id FROM users WHERE " + where); // expect: CWE-89
  res.json(found.rows);
});
