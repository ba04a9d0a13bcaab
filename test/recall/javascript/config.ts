import { readFileSync } from "node:fs";
import type { PoolConfig } from "pg";

export interface MailSettings {
  host: string;
  port: number;
  from: string;
}

export const mail: MailSettings = {
  host: process.env.SMTP_HOST ?? "localhost",
  port: Number(process.env.SMTP_PORT ?? 25),
  from: "orders@example.com",
};

export function reportingDatabase(): PoolConfig {
  return {
    host: process.env.REPORTS_HOST,
    user: "reports",
    // weakness: CWE-321 hard-coded-key
    password: "gT5-wallaby-Quay91",
    database: "reports",
  };
}

export function mainDatabase(): PoolConfig {
  return {
    host: process.env.DB_HOST,
    user: "shop",
    // safe: CWE-321 hard-coded-key
    password: readFileSync("/run/secrets/db_password", "utf8").trim(),
    database: "shop",
  };
}

export function trustEveryServer(): void {
  // weakness: CWE-295 tls-verification-off
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
}

export function trustCompanyAuthority(): void {
  // safe: CWE-295 tls-verification-off
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "1";
}
