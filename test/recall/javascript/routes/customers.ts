import { Router, type NextFunction, type Request, type Response } from "express";
import { MongoClient } from "mongodb";
import { Pool } from "pg";
import { mainDatabase } from "../config";

export const customers = Router();

const pool = new Pool(mainDatabase());
const mongo = new MongoClient(process.env.MONGO_URL ?? "mongodb://localhost:27017");
const accounts = mongo.db("shop").collection("accounts");
const orders = mongo.db("shop").collection("orders");

customers.get("/customers/:id", async (req: Request, res: Response, next: NextFunction) => {
  try {
    // weakness: CWE-89 sql-injection
    const result = await pool.query(`SELECT id, name, city FROM customers WHERE id = ${req.params.id}`);
    res.json(result.rows[0]);
  } catch (error) {
    next(error);
  }
});

customers.get("/v2/customers/:id", async (req: Request, res: Response, next: NextFunction) => {
  try {
    // safe: CWE-89 sql-injection
    const result = await pool.query("SELECT id, name, city FROM customers WHERE id = $1", [req.params.id]);
    res.json(result.rows[0]);
  } catch (error) {
    next(error);
  }
});

customers.post("/session/key", async (req: Request, res: Response) => {
  const { apiKey } = req.body;
  // weakness: CWE-943 nosql-injection
  const account = await accounts.findOne({ apiKey });
  if (!account) {
    res.sendStatus(401);
    return;
  }
  res.json({ account: account._id });
});

customers.post("/v2/session/key", async (req: Request, res: Response) => {
  const { apiKey } = req.body;
  // safe: CWE-943 nosql-injection
  const account = await accounts.findOne({ apiKey: String(apiKey) });
  if (!account) {
    res.sendStatus(401);
    return;
  }
  res.json({ account: account._id });
});

customers.get("/orders", async (req: Request, res: Response) => {
  const owner = req.query.owner;
  // weakness: CWE-943 nosql-injection
  const found = await orders.find({ $where: `this.owner == '${owner}'` }).toArray();
  res.json(found);
});

customers.get("/v2/orders", async (req: Request, res: Response) => {
  const owner = req.query.owner;
  // safe: CWE-943 nosql-injection
  const found = await orders.find({ owner: { $eq: owner } }).toArray();
  res.json(found);
});
