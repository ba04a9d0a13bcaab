import express from "express";
import { pool } from "./database";

class Table {
  rows(condition: string) {
    return pool.query("SELECT * FROM orders WHERE " + condition); // expect: CWE-89
  }
}

class Orders extends Table {
  of(customer: string) {
    return this.rows("customer = '" + customer + "'");
  }
}

express().get("/orders", async (req, res) => {
  res.json(await new Orders().of(String(req.query.customer)));
});
