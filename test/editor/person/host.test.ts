import assert from "node:assert/strict";
import { openWindow, type Window } from "../../host/person";

describe("the window of these tests", () => {
  let window: Window | undefined;
  after(() => window?.close());

  it("takes keys, commands and saves", async () => {
    window = await openWindow({ name: "host" });
    await window.openFile("javascript/careful.js");
    await window.goTo(1);
    await window.type("typed");
    assert.match(await window.editorText(), /^typedconst/);
    await window.command("Undo");
    await window.page.locator(".tab.active.dirty").waitFor();
    assert.match(await window.editorText(), /^const/);
    await window.screenshot("undone");
  });
});
