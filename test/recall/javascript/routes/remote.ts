import https from "node:https";
import axios from "axios";
import { Router, type Request, type Response } from "express";

export const remote = Router();

const FEED_HOSTS = new Set(["feeds.example.com", "news.example.org"]);

remote.get("/preview", async (req: Request, res: Response) => {
  const address = req.query.url as string;
  // weakness: CWE-918 ssrf
  const page = await axios.get(address, { timeout: 5000 });
  res.json({ status: page.status, length: page.data.length });
});

remote.get("/v2/preview", async (req: Request, res: Response) => {
  const address = new URL(req.query.url as string);
  if (address.protocol !== "https:" || !FEED_HOSTS.has(address.hostname)) {
    res.sendStatus(400);
    return;
  }
  // safe: CWE-918 ssrf
  const page = await axios.get(address.href, { timeout: 5000, maxRedirects: 0 });
  res.json({ status: page.status, length: page.data.length });
});

remote.get("/shops/:host/stock", async (req: Request, res: Response) => {
  const { host } = req.params;
  // weakness: CWE-918 ssrf
  const answer = await fetch(`https://${host}/stock.json`);
  res.json({ open: answer.ok });
});

remote.get("/v2/shops/:id/stock", async (req: Request, res: Response) => {
  const { id } = req.params;
  // safe: CWE-918 ssrf
  const answer = await fetch(`https://stock.example.com/shops/${encodeURIComponent(id)}`);
  res.json({ open: answer.ok });
});

export function partnerAgent(): https.Agent {
  // weakness: CWE-295 tls-verification-off
  return new https.Agent({ keepAlive: true, rejectUnauthorized: false });
}

export function checkedPartnerAgent(ca: Buffer): https.Agent {
  // safe: CWE-295 tls-verification-off
  return new https.Agent({ keepAlive: true, ca });
}
