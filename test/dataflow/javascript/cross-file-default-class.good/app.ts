import express from "express";
import Customers from "./customers";

const app = express();
const customers = new Customers();

app.get("/customer", async (req, res) => {
  res.json(await customers.named(String(req.query.name)));
});
