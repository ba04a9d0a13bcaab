import * as crypto from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import jwt from "jsonwebtoken";
import pino from "pino";

const logger = pino({ name: "auth" });
const publicKey = process.env.JWT_PUBLIC_KEY as string;

export function newResetToken(): string {
  // weakness: CWE-338 insecure-random
  const token = Math.random().toString(36).slice(2);
  return token;
}

export function newStrongResetToken(): string {
  // safe: CWE-338 insecure-random
  const token = crypto.randomBytes(32).toString("hex");
  return token;
}

export function newSessionId(): string {
  const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
  let sessionId = "";
  for (let index = 0; index < 24; index += 1) {
    // weakness: CWE-338 insecure-random
    sessionId += alphabet[Math.floor(Math.random() * alphabet.length)];
  }
  return sessionId;
}

export function newStrongSessionId(): string {
  const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
  let sessionId = "";
  for (let index = 0; index < 24; index += 1) {
    // safe: CWE-338 insecure-random
    sessionId += alphabet[crypto.randomInt(alphabet.length)];
  }
  return sessionId;
}

export function retryDelay(attempt: number): number {
  // safe: CWE-338 insecure-random
  const jitter = Math.random() * 100;
  return 2 ** attempt * 50 + jitter;
}

export function readClaims(req: Request): unknown {
  const token = (req.headers.authorization ?? "").replace("Bearer ", "");
  // weakness: CWE-347 jwt-misuse
  return jwt.verify(token, publicKey, { algorithms: ["RS256", "none"] });
}

export function readCheckedClaims(req: Request): unknown {
  const token = (req.headers.authorization ?? "").replace("Bearer ", "");
  // safe: CWE-347 jwt-misuse
  return jwt.verify(token, publicKey, { algorithms: ["RS256"] });
}

export function issueGuestToken(guest: string): string {
  // weakness: CWE-347 jwt-misuse
  return jwt.sign({ sub: guest }, "", { algorithm: "none" });
}

export function issueSignedGuestToken(guest: string): string {
  // safe: CWE-347 jwt-misuse
  return jwt.sign({ sub: guest }, process.env.JWT_PRIVATE_KEY as string, { algorithm: "RS256", expiresIn: "1h" });
}

export function isAdmin(req: Request): boolean {
  // weakness: CWE-347 jwt-misuse
  const claims = jwt.decode(req.cookies.token) as { role?: string };
  return claims.role === "admin";
}

export function isCheckedAdmin(req: Request): boolean {
  // safe: CWE-347 jwt-misuse
  const claims = jwt.verify(req.cookies.token, publicKey, { algorithms: ["ES256"] }) as { role?: string };
  return claims.role === "admin";
}

export function checkWebhook(req: Request, res: Response, next: NextFunction): void {
  const signature = req.headers["x-signature"];
  const expected = crypto.createHmac("sha256", process.env.WEBHOOK_KEY as string).update(req.body).digest("hex");
  // weakness: CWE-208 timing-unsafe-comparison
  if (signature === expected) {
    next();
    return;
  }
  res.sendStatus(403);
}

export function checkWebhookWell(req: Request, res: Response, next: NextFunction): void {
  const signature = Buffer.from(String(req.headers["x-signature"]));
  const hmac = crypto.createHmac("sha256", process.env.WEBHOOK_KEY as string);
  const expected = Buffer.from(hmac.update(req.body).digest("hex"));
  // safe: CWE-208 timing-unsafe-comparison
  if (signature.length === expected.length && crypto.timingSafeEqual(signature, expected)) {
    next();
    return;
  }
  res.sendStatus(403);
}

export function requireApiKey(req: Request, res: Response, next: NextFunction): void {
  // weakness: CWE-208 timing-unsafe-comparison
  if (req.get("x-api-key") !== process.env.API_KEY) {
    res.sendStatus(401);
    return;
  }
  next();
}

export function requireApiKeyWell(req: Request, res: Response, next: NextFunction): void {
  const given = crypto.createHash("sha256").update(req.get("x-api-key") ?? "").digest();
  const wanted = crypto.createHash("sha256").update(process.env.API_KEY as string).digest();
  // safe: CWE-208 timing-unsafe-comparison
  if (!crypto.timingSafeEqual(given, wanted)) {
    res.sendStatus(401);
    return;
  }
  next();
}

export function recordSignIn(req: Request): void {
  const { password } = req.body;
  // weakness: CWE-532 secret-logged
  console.log(`sign-in with password ${password}`);
}

export function recordSignInWell(req: Request): void {
  const attempts = Number(req.body.attempts);
  // safe: CWE-532 secret-logged
  console.log(`sign-in, attempt ${attempts}, password checked`);
}

export function recordRefresh(userId: number, accessToken: string): void {
  // weakness: CWE-532 secret-logged
  logger.info({ userId, accessToken }, "token refreshed");
}

export function recordRefreshWell(userId: number, accessToken: string): void {
  const length = accessToken.length;
  // safe: CWE-532 secret-logged
  logger.info({ userId, length }, "token refreshed");
}
