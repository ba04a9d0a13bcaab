import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("the host of these suites", () => {
  it("has the extension under development and a workspace to write in", async () => {
    assert.ok(vscode.extensions.getExtension("caveat.caveat"));
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, "written.txt");
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode("text"));
    assert.equal((await vscode.workspace.openTextDocument(file)).getText(), "text");
  });

  it("trusts its workspace", () => {
    assert.ok(vscode.workspace.isTrusted);
  });
});
