// As a person would: keys pressed in the window, and what is to be seen then. Screenshots stay in artifacts/.
import assert from "node:assert/strict";
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
    await window.type("module.exports = (req, res) => {\nres.send(danger(req.query.x));\n");
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
    assert.match(await window.editorText(), /res\.send\(safe\(req\.query\.x\)\)/);
    await window.screenshot("fixed");
  });

  it("sees request data that is run as code, with the built-in rule's explanation", async () => {
    await window.openFile("blank.js");
    await window.press("Control+a");
    await window.type("module.exports = (req, res) => {\nres.send(eval(req.query.x));\n");
    await window.waitForSquiggle("error", { timeout: PATIENCE });
    const hover = await window.hover("eval");
    assert.match(hover, /javascript\.eval-of-request/);
    await window.screenshot("eval");
  });

  it("reviews a selection and reads the result", async () => {
    await window.openFile("blank.js");
    await window.press("Control+a");
    await window.command("Caveat: Review Selection");
    const page = window.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await page.getByRole("heading", { name: "1 finding" }).waitFor({ timeout: PATIENCE });
    await page.getByText("Why this matters").click();
    await window.screenshot("review");
  });
});
