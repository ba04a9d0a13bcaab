// As a person would: keys pressed in the window, and what is to be seen then. Screenshots stay in artifacts/.
import assert from "node:assert/strict";
import type { FrameLocator } from "playwright-core";
import { openWindow, type Window } from "../../host/person";

/** The window's bulb menu and pages come from VS Code's own code, slowly on a busy machine. */
const PATIENCE = 60_000;

describe("a person who types", function () {
  this.timeout(180_000);
  let window: Window;
  before(async () => {
    window = await openWindow({ name: "typing", workspace: "test/editor/suite/workspace" });
  });
  after(() => window.close());

  it("sees the squiggle under what they typed, its explanation, and takes the quick fix", async () => {
    await window.openFile("blank.js");
    await window.type("module.exports = (req, res) => {\nres.json(danger(req.query.x));\n");
    await window.waitForSquiggle("warning", { timeout: PATIENCE });
    await window.screenshot("danger");
    const problems = await window.problems();
    assert.ok(
      problems.some((text) => text.includes("Something dangerous is done") && text.includes("workspace.danger")),
      problems.join("\n"),
    );
    await window.openFile("blank.js");
    await window.goTo(2, 15);
    const titles = await window.quickFixes();
    assert.ok(
      titles.some((title) => title.includes("Turn workspace.danger Off on This Line")),
      titles.join("\n"),
    );
    await window.screenshot("lightbulb");
    await window.press("Escape");
    await window.quickFix(titles[0] ?? "");
    await window.waitForNoSquiggle("warning");
    assert.match(await window.editorText(), /res\.json\(safe\(req\.query\.x\)\)/);
    await window.screenshot("fixed");
  });

  it("sees request data that is run as code, reads why, and takes the built-in rule's fix", async () => {
    await window.openFile("blank.js");
    await window.press("Control+a");
    await window.type("module.exports = (req, res) => {\nres.json(eval(req.query.x));\n");
    await window.waitForSquiggle("error", { timeout: PATIENCE });
    const hover = await window.hover("eval");
    assert.match(hover, /javascript\.eval-of-request/);
    assert.match(hover, /Unsafe/);
    await window.screenshot("eval");
    // The hover goes, or it takes the keys.
    await window.page.mouse.move(700, 500);
    await window.page.locator(".monaco-hover:visible").waitFor({ state: "hidden" });
    await window.goTo(2, 16);
    await window.quickFix("Parse the value with JSON.parse");
    await window.waitForNoSquiggle("error");
    assert.match(await window.editorText(), /res\.json\(JSON\.parse\(req\.query\.x\)\)/);
  });

  it("opens the rule's page from the Problems view", async () => {
    await window.openFile("app.js");
    await window.waitForSquiggle("error", { timeout: PATIENCE });
    await window.problems();
    await window.page.locator(".markers-panel a", { hasText: "javascript.eval-of-request" }).first().click();
    const page = pageIn(window);
    await page.getByRole("heading", { name: "Request data run as code" }).waitFor({ timeout: PATIENCE });
    await window.screenshot("rule-page");
    await window.command("View: Close Editor");
  });

  it("reviews a selection, reads the result and applies a fix from it", async () => {
    await window.openFile("blank.js");
    await window.press("Control+a");
    await window.type("module.exports = (req, res) => {\nres.json(danger(req.query.x));\n");
    await window.waitForSquiggle("warning", { timeout: PATIENCE });
    await window.press("Control+a");
    await window.command("Caveat: Review Selection");
    const page = pageIn(window);
    await page.getByRole("heading", { name: "1 finding" }).waitFor({ timeout: PATIENCE });
    await page.getByText("Why this matters").click();
    await window.screenshot("review");
    await page.getByRole("button", { name: "Apply the fix of workspace.danger" }).click();
    await page.getByRole("heading", { name: "Nothing found" }).waitFor({ timeout: PATIENCE });
    await page.getByText(/lines 1 to \d+ · \d+ rules in/).waitFor();
    await window.screenshot("review-after-fix");
    assert.equal(await window.squiggles("warning"), 0);
    await window.command("View: Close Editor");
  });

  it("is refused a fix that was checked for an older text", async () => {
    await window.openFile("blank.js");
    await window.press("Control+a");
    await window.type("danger(1);\n");
    await window.waitForSquiggle("warning", { timeout: PATIENCE });
    await window.command("Caveat: Review File");
    const page = pageIn(window);
    await page.getByRole("heading", { name: "1 finding" }).waitFor({ timeout: PATIENCE });
    await intoText(window);
    await window.press("Control+Home");
    await window.type("let a;\n");
    await page.getByRole("button", { name: "Apply the fix of workspace.danger" }).click();
    await window.page.getByText("The document has changed since this fix was checked").first().waitFor();
    await intoText(window);
    assert.match(await window.editorText(), /^let a;\ndanger\(1\);/);
    await page.getByRole("button", { name: "Review Again" }).click();
    await page.getByRole("button", { name: "Apply the fix of workspace.danger" }).click();
    await page.getByRole("heading", { name: "Nothing found" }).waitFor({ timeout: PATIENCE });
    await window.command("View: Close Editor");
    assert.match(await window.editorText(), /^let a;\nsafe\(1\);/);
  });

  it("sees in the status bar that the engine runs, with how many rules and how fast", async () => {
    await window.openFile("app.js");
    await window.page.locator("#status\\.languageStatus").hover();
    const status = window.page.locator(".hover-language-status", { hasText: "Caveat" });
    await status.waitFor();
    assert.match(await status.innerText(), /Caveat: \d+ rules, [\d.]+ ms/);
    await window.screenshot("status");
    await window.page.mouse.move(700, 300);
  });

  it("is shown what each rule costs", async () => {
    await open(window, "Caveat: Show Rule Timings");
    const rows = window.page.locator(".quick-input-list .monaco-list-row", { hasText: /[\d.]+ ms, \d+ findings/ });
    await rows.first().waitFor({ timeout: PATIENCE });
    await window.screenshot("timings");
    await window.press("Escape");
  });

  it("finds the way in by the walkthrough and its sample", async () => {
    await open(window, "Welcome: Open Walkthrough...");
    await window.page.locator(".quick-input-list .monaco-list-row", { hasText: "Get Started with Caveat" }).click();
    await window.page.getByText("Open a file that holds weaknesses").first().waitFor({ timeout: PATIENCE });
    await window.screenshot("walkthrough");
    await window.page.getByRole("button", { name: "Open the sample" }).first().click();
    await window.waitForSquiggle("error", { timeout: PATIENCE });
    await window.screenshot("sample");
  });
});

/** Puts the focus into the text beside a page. */
async function intoText(window: Window): Promise<void> {
  await window.page.locator(".editor-group-container").first().locator(".view-lines").click();
}

/** Runs a command that asks on in the palette, which therefore stays. */
async function open(window: Window, title: string): Promise<void> {
  await window.press("F1");
  await window.page.locator(".quick-input-widget input").first().waitFor();
  await window.type(title);
  await window.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${title}"]`).first().click();
}

/** The page in the webview that is in front. */
function pageIn(window: Window): FrameLocator {
  return window.page.frameLocator("iframe.webview.ready:visible").frameLocator("#active-frame");
}
