// A person who writes rules of their own: squiggles, the Testing view, and the page that explains a line.
import assert from "node:assert/strict";
import { openWindow, type Window } from "../../host/person";

const PATIENCE = 60_000;

describe("a person with rules of their own", function () {
  this.timeout(180_000);
  let window: Window;
  before(async () => {
    window = await openWindow({ name: "own-rules", workspace: "test/editor/person/rules" });
  });
  after(() => window.close());

  it("sees what they find as they type", async () => {
    await window.openFile("app.js");
    await window.goTo(2);
    await window.type("worse(3);");
    await window.waitForSquiggle("warning", { timeout: PATIENCE });
    const problems = await window.problems();
    assert.ok(
      problems.some((text) => text.includes("Worse than 3.") && text.includes("own.worse")),
      problems.join("\n"),
    );
  });

  it("sees in the rule file which rule's test fails, and where a pattern does not parse", async () => {
    await window.openFile("worse.yml");
    await window.waitForSquiggle("warning", { timeout: PATIENCE });
    await window.screenshot("failing-test");
    await window.goTo(13, 22);
    await window.type(" )]");
    await window.waitForSquiggle("error", { timeout: PATIENCE });
    await window.screenshot("broken-pattern");
    for (let times = 0; times < 3; times++) await window.press("Backspace");
    await window.waitForNoSquiggle("error");
  });

  it("runs the rules' tests in the Testing view, and sees the line that is noisy", async () => {
    await window.command("Test: Run All Tests");
    await window.command("Testing: Focus on Test Explorer View");
    const rows = window.page.locator(".test-explorer .monaco-list-row");
    const failed = rows.filter({ hasText: "worse.yml" });
    await failed.first().waitFor({ timeout: PATIENCE });
    await window.page.locator('.test-explorer .monaco-list-row[aria-label*="Failed"]').first().waitFor();
    await failed.first().click();
    await window.press("ArrowRight");
    await rows.filter({ hasText: "own.bad" }).first().waitFor();
    const labels = await rows.evaluateAll((elements) => elements.map((row) => row.getAttribute("aria-label") ?? ""));
    const stateOf = (id: string) => labels.find((label) => label.includes(id)) ?? labels.join("\n");
    assert.match(stateOf("own.worse"), /Failed/);
    assert.match(stateOf("own.bad"), /Passed/);
    await window.screenshot("tests");
    await window.command("Test: Go to Next Test Failure");
    await window.page.getByText("should report nothing on this line").first().waitFor();
    await window.screenshot("noisy");
    await window.press("Escape");
  });

  it("reads why a rule does not match at a line", async () => {
    await window.openFile("app.js");
    await window.goTo(3);
    await window.press("F1");
    await window.page.locator(".quick-input-widget input").first().waitFor();
    await window.type("Caveat: Explain Why");
    await window.page.locator('.quick-input-list .monaco-list-row[aria-label^="Caveat: Explain Why"]').first().click();
    const row = window.page.locator('.quick-input-list .monaco-list-row[aria-label^="own.worse"]');
    await row.first().waitFor({ timeout: PATIENCE });
    await row.first().click();
    const page = window.page.frameLocator("iframe.webview.ready:visible").frameLocator("#active-frame");
    await page.getByRole("heading", { name: "own.worse reports nothing at app.js:3" }).waitFor({ timeout: PATIENCE });
    await page.getByText("It excludes everything that the parts above found here.").waitFor();
    await window.screenshot("explained");
  });
});
