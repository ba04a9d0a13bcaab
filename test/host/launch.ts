// Runs the compiled suites in a real VS Code: its own server in a headless browser, or the desktop build.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runTests } from "@vscode/test-electron";
import type { Browser, Page } from "playwright-core";
import { artifactsFolder, inRoot } from "../../src/dev/paths";
import type { Results } from "../../src/dev/results";
import { launchBrowser } from "../../src/dev/vscode/browser";
import { startServer } from "../../src/dev/vscode/server";
import { bundleSuite, type HostBundle, type HostKind } from "./bundle";
import type { HostResults } from "./record";
import { copyWorkspace, type WorkspaceCopy } from "./workspace";

export interface HostSuite {
  /** Its folder below `test/editor`. */
  readonly name: string;
  readonly kind: HostKind;
  readonly trusted: boolean;
}

/** Between one test's end and the next one's, or the first one's, nothing may take longer. */
const silenceDeadline = 120_000;

/** Compiles and runs one suite; a folder without suites comes to nothing run and nothing failed. */
export async function launch(suite: HostSuite, grep: string): Promise<Results> {
  const bundle = await bundleSuite(suite.name, suite.kind, grep);
  if (bundle === undefined) return { passed: 0, failed: 0 };
  console.log(`\n${suite.name}: in the ${suite.kind} extension host${suite.trusted ? "" : ", restricted"}`);
  const workspace = copyWorkspace(`test/editor/${suite.name}/workspace`);
  try {
    // The desktop build has no web extension host; that one always runs in the served build.
    const isDesktop = process.env.CAVEAT_VSCODE === "desktop" && suite.kind === "node";
    await (isDesktop ? onDesktop : onServer)(suite, bundle, workspace);
    return report(readResults(workspace));
  } finally {
    workspace.remove();
  }
}

async function onServer(suite: HostSuite, bundle: HostBundle, workspace: WorkspaceCopy): Promise<void> {
  const server = await startServer({ trusted: suite.trusted, settings: settingsOf(suite) });
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser();
    mkdirSync(artifactsFolder, { recursive: true });
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const messages: string[] = [];
    // VS Code hands the extension host's console to this function where it finds it.
    await page.exposeFunction("codeAutomationLog", (type: string, args: unknown[]) => {
      messages.push(`${type}: ${args.join(" ")}`);
    });
    page.on("console", (message) => messages.push(message.text()));
    await page.goto(server.url({ workspace: workspace.toOpen, ...bundle, kind: suite.kind }));
    const finished = await waitForResults(workspace);
    const log = join(artifactsFolder, `${suite.name}.log`);
    writeFileSync(log, [...messages, "", "Server:", server.log()].join("\n"));
    if (!finished) console.log(`See ${log} and ${await screenshot(page, suite.name)}`);
  } finally {
    await browser?.close();
    await server.close();
  }
}

async function onDesktop(suite: HostSuite, bundle: HostBundle, workspace: WorkspaceCopy): Promise<void> {
  const trust = suite.trusted ? ["--disable-workspace-trust"] : [];
  await runTests({
    extensionDevelopmentPath: bundle.extension,
    extensionTestsPath: bundle.tests,
    launchArgs: [workspace.toOpen, "--disable-extensions", ...trust],
  });
}

/** @returns whether the suite came to its end before the deadline */
async function waitForResults(workspace: WorkspaceCopy): Promise<boolean> {
  let count = -1;
  let deadline = Date.now() + silenceDeadline;
  while (Date.now() < deadline) {
    const results = readResults(workspace);
    if (results.done) return true;
    if (results.tests.length > count) {
      count = results.tests.length;
      deadline = Date.now() + silenceDeadline;
    }
    await sleep(200);
  }
  return false;
}

function readResults(workspace: WorkspaceCopy): HostResults {
  const nothing: HostResults = { done: false, passed: 0, tests: [] };
  if (!existsSync(workspace.results)) return nothing;
  const text = readFileSync(workspace.results, "utf8");
  // While the host writes, the file may hold the beginning only; it is read again.
  return text.endsWith("}") ? JSON.parse(text) : nothing;
}

function report({ done, passed, tests }: HostResults): Results {
  for (const { title, error } of tests)
    console.log(error === undefined ? `  ok: ${title}` : `  FAILED: ${title}\n${error}`);
  if (!done) console.log("  FAILED: the suite did not come to its end");
  if (done && tests.length === 0) console.log("  FAILED: no test ran");
  const failed = tests.length - passed + (done && tests.length > 0 ? 0 : 1);
  return { passed, failed };
}

/** The suite's own settings, in a file beside its tests. */
function settingsOf(suite: HostSuite): Record<string, unknown> {
  const file = inRoot("test/editor", suite.name, "settings.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** Keeps a picture of the window among the artefacts. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const path = join(artifactsFolder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}
