// The browser that shows a served VS Code to the tests.
import { type Browser, chromium } from "playwright-core";
import { installBrowser } from "./install";

/** Starts a headless browser; close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = await installBrowser();
  return chromium.launch({
    executablePath: executable,
    headless: true,
    env: { ...process.env, ...env } as Record<string, string>,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
