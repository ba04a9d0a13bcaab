import { writeFileSync } from "node:fs";
import express from "express";

class Upload {
  constructor(
    private readonly title: string,
    private readonly number: number,
  ) {}

  get path(): string {
    return `uploads/${this.number}`;
  }
}

express().post("/upload", (req, res) => {
  const upload = new Upload(req.body.title, Number(req.body.number));
  writeFileSync(upload.path, "");
  res.sendStatus(204);
});
