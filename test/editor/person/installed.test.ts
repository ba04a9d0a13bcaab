import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packExtension } from "../../../src/dev/package";
import { installExtension } from "../../../src/dev/vscode/server";
import { openWindow, type Window } from "../../host/person";

/** What a user downloads may not be larger, in bytes. */
const largest = 8_000_000;

describe("the packed extension", () => {
  const folder = mkdtempSync(join(tmpdir(), "caveat-installed-"));
  const vsix = join(folder, "caveat.vsix");
  let window: Window | undefined;
  after(async () => {
    await window?.close();
    rmSync(folder, { recursive: true });
  });

  it("is small", async () => {
    assert.equal(await packExtension(vsix), 0);
    assert.ok(statSync(vsix).size <= largest, `${statSync(vsix).size} bytes`);
  });

  it("works from where VS Code installs it", async () => {
    const extensionsFolder = join(folder, "extensions");
    await installExtension(vsix, extensionsFolder);
    window = await openWindow({ name: "installed", extension: "none", extensionsFolder });
    await window.openFile("javascript/server.js");
    await window.waitForSquiggle("error");
    await window.screenshot("examples");
  });
});
