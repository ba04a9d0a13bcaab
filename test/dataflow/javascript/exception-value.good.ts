import express from "express";
import { pool } from "./database";

class Missing extends Error {
  constructor(readonly item: string) {
    super("missing");
  }
}

express().get("/log", async (req, res) => {
  try {
    throw new Missing("nobody");
  } catch (error) {
    await pool.query("INSERT INTO missing VALUES ('" + (error as Missing).item + "')");
    res.sendStatus(404);
  }
});
