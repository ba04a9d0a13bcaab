// A person who wants to know how data gets to where it does harm.
import assert from "node:assert/strict";
import { openWindow, type Window } from "../../host/person";

describe("a person with a finding that has a trace", function () {
  this.timeout(180_000);
  let window: Window;
  before(async () => {
    window = await openWindow({ name: "traces", workspace: "test/editor/person/traces" });
  });
  after(() => window.close());

  /** The numbers beside the steps, as they are drawn. */
  const numbers = (): Promise<string[]> =>
    window.page.evaluate(() =>
      [...document.querySelectorAll(".monaco-editor .view-line span")]
        .map((span) => /^"([\d, ]+)"$/.exec(getComputedStyle(span, "::before").content)?.[1])
        .filter((text) => text !== undefined),
    );

  const step = (title: string) => window.page.locator(".statusbar-item", { hasText: title }).first();

  it("walks through it with keys, and sees where each step stands", async () => {
    await window.openFile("app.js");
    await window.waitForSquiggle("warning", { timeout: 60_000 });
    await window.goTo(5, 5);
    await window.command("Caveat: Walk Through Trace");
    await step("Step 1 of").waitFor();
    await window.screenshot("first-step");
    const shown = await numbers();
    assert.ok(shown.length >= 2, shown.join());
    assert.deepEqual(
      shown.toSorted(),
      shown.map((_, index) => `${index + 1}`),
    );
    await window.press("Alt+F7");
    await step("Step 2 of").waitFor();
    await window.press("Shift+Alt+F7");
    await window.press("Shift+Alt+F7");
    await step(`Step ${shown.length} of ${shown.length}`).waitFor();
    await window.screenshot("last-step");
    await window.press("Escape");
    await step("Step").waitFor({ state: "hidden" });
    assert.deepEqual(await numbers(), []);
  });

  it("sees the steps under the problem", async () => {
    const problems = await window.problems();
    assert.ok(
      problems.some((text) => text.includes("What comes in is used.")),
      problems.join("\n"),
    );
    await window.press("ArrowDown");
    await window.press("ArrowRight");
    await window.page.locator(".markers-panel .monaco-list-row", { hasText: "1. Data enters here." }).first().waitFor();
    await window.screenshot("problem");
  });
});
