import express from "express";
import { pack } from "./tools/index.js";

const app = express();
app.post("/pack", (req, res) => {
  pack(req.query.folder);
  res.sendStatus(204);
});
