import { readFileSync } from "node:fs";
import express, { type Request, type Response } from "express";

const app = express();
const titles: Record<string, string> = { one: "intro.txt", two: "outro.txt" };

function readNote(path: string): string {
  return readFileSync(path, "utf8");
}

function noteFor(name: string): string {
  return readNote("notes/" + titles[name]);
}

app.get("/note", (req: Request, res: Response) => {
  res.json({ text: noteFor(String(req.query.name)) });
});
