import express from "express";
import { pool } from "./database";

class Missing extends Error {
  constructor(readonly item: string) {
    super("missing");
  }
}

express().get("/log", async (req, res) => {
  try {
    throw new Missing(String(req.query.name));
  } catch (error) {
    await pool.query("INSERT INTO missing VALUES ('" + (error as Missing).item + "')"); // expect: CWE-89
    res.sendStatus(404);
  }
});
