import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("the web extension host", () => {
  it("is a worker of the browser, with the extension under development", () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(typeof importScripts, "function");
    assert.ok(vscode.extensions.getExtension("caveat.caveat"));
  });
});

declare function importScripts(...urls: string[]): void;
