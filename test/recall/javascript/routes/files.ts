import fs from "node:fs";
import { chmod, mkdtemp, readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Router, type Request, type Response } from "express";
import * as tmp from "tmp";

export const files = Router();

const UPLOADS = path.resolve("uploads");
const INVOICES = path.resolve("invoices");

files.get("/invoices", async (req: Request, res: Response) => {
  const name = req.query.name as string;
  const target = path.join(INVOICES, name);
  // weakness: CWE-22 path-traversal
  const text = await readFile(target, "utf8");
  res.json({ text });
});

files.get("/v2/invoices", async (req: Request, res: Response) => {
  const name = path.basename(req.query.name as string);
  const target = path.join(INVOICES, name);
  // safe: CWE-22 path-traversal
  const text = await readFile(target, "utf8");
  res.json({ text });
});

files.get("/uploads/:file", (req: Request, res: Response) => {
  // weakness: CWE-22 path-traversal
  res.sendFile(path.resolve(`uploads/${req.params.file}`));
});

files.get("/v2/uploads/:file", (req: Request, res: Response) => {
  // safe: CWE-22 path-traversal
  res.sendFile(req.params.file, { root: UPLOADS });
});

files.get("/attachments", (req: Request, res: Response) => {
  const wanted = UPLOADS + "/" + req.query.path;
  res.type("application/octet-stream");
  // weakness: CWE-22 path-traversal
  fs.createReadStream(wanted).pipe(res);
});

files.get("/v2/attachments", (req: Request, res: Response) => {
  const wanted = path.resolve(UPLOADS, String(req.query.path));
  if (!wanted.startsWith(UPLOADS + path.sep)) {
    res.sendStatus(404);
    return;
  }
  res.type("application/octet-stream");
  // safe: CWE-22 path-traversal
  fs.createReadStream(wanted).pipe(res);
});

export function saveReport(rows: string[]): string {
  const file = "/tmp/report-" + process.pid + ".csv";
  // weakness: CWE-377 temp-file-race
  fs.writeFileSync(file, rows.join("\n"));
  return file;
}

export function saveReportPrivately(rows: string[]): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "report-"));
  const file = path.join(folder, "report.csv");
  // safe: CWE-377 temp-file-race
  fs.writeFileSync(file, rows.join("\n"));
  return file;
}

export async function saveDraft(text: string): Promise<string> {
  // weakness: CWE-377 temp-file-race
  const file = tmp.tmpNameSync({ postfix: ".txt" });
  await writeFile(file, text);
  return file;
}

export async function saveDraftPrivately(text: string): Promise<string> {
  // safe: CWE-377 temp-file-race
  const folder = await mkdtemp(path.join(os.tmpdir(), "draft-"));
  const file = path.join(folder, "draft.txt");
  await writeFile(file, text);
  return file;
}

export async function publish(file: string): Promise<void> {
  // weakness: CWE-732 file-mode
  await chmod(file, 0o777);
}

export async function publishToGroup(file: string): Promise<void> {
  // safe: CWE-732 file-mode
  await chmod(file, 0o640);
}

export function makeSpool(folder: string): void {
  // weakness: CWE-732 file-mode
  fs.mkdirSync(folder, { recursive: true, mode: 0o777 });
}

export function makePrivateSpool(folder: string): void {
  // safe: CWE-732 file-mode
  fs.mkdirSync(folder, { recursive: true, mode: 0o750 });
}
