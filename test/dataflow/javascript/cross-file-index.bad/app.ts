import express from "express";
import { home, target } from "./inputs";

const app = express();

app.get("/leave", (req, res) => {
  res.redirect(target(req)); // expect: CWE-601
});
