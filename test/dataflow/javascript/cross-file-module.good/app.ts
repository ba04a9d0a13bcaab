import express from "express";
import { load } from "./files";
import { clean } from "./names";

const app = express();

app.get("/manual", async (req, res) => {
  res.json({ text: await load(clean(String(req.query.name))) });
});
