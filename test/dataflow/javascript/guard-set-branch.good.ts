import express from "express";
import { pool } from "./database";

const ORDERS = new Set(["title", "year"]);

express().get("/books", async (req, res) => {
  const order = String(req.query.order);
  if (ORDERS.has(order)) {
    const found = await pool.query("SELECT id FROM books ORDER BY " + order);
    res.json(found.rows);
  }
});
