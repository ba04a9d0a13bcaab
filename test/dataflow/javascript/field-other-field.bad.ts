import express from "express";
import { pool } from "./database";

interface Search {
  term: string;
  order: string;
}

express().get("/search", async (req, res) => {
  const wanted: Search = { term: String(req.query.term), order: "title" };
  const found = await pool.query("SELECT id FROM books WHERE title = '" + wanted.term + "'"); // expect: CWE-89
  res.json(found.rows);
});
