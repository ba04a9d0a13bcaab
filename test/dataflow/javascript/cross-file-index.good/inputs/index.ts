import type { Request } from "express";

export function target(req: Request): string {
  return req.query.next as string;
}

export function home(req: Request): string {
  return "/home?from=" + encodeURIComponent(String(req.query.from));
}
