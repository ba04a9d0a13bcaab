import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ReviewModel } from "../../../src/editor/translate/review-page";
import { DANGER, openNew, sees } from "./editor";

async function review(command: "caveat.reviewSelection" | "caveat.reviewFile"): Promise<ReviewModel> {
  const model = await vscode.commands.executeCommand<ReviewModel | undefined>(command);
  assert.ok(model, "nothing was reviewed");
  return model;
}

function select(from: string, to: string): void {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const text = editor.document.getText();
  const start = editor.document.positionAt(text.indexOf(from));
  const end = editor.document.positionAt(text.indexOf(to) + to.length);
  editor.selection = new vscode.Selection(start, end);
}

describe("a review", () => {
  it("looks at the selection only, groups by rule and offers proved fixes", async () => {
    const document = await openNew("danger(1);\nfunction f() {\n  danger(2);\n  danger(3);\n}\n");
    await sees(document.uri, DANGER, DANGER, DANGER);
    // Two statements of the function, not the whole of it.
    select("danger(2)", "danger(3)");
    const model = await review("caveat.reviewSelection");
    assert.deepStrictEqual([model.firstLine, model.lastLine], [3, 4]);
    assert.deepStrictEqual(
      model.rules.map(({ id, findings }) => [id, findings.map(({ line }) => line)]),
      [[DANGER, [3, 4]]],
    );
    assert.equal(model.rules[0]?.findings[0]?.fixes.length, 1);
  });

  it("runs at least the rules that run while typing", async () => {
    const document = await openNew("danger(1);\n");
    await sees(document.uri, DANGER);
    const model = await review("caveat.reviewFile");
    assert.ok(model.review.rules >= 1);
    assert.equal(model.lastLine, 2);
  });

  it("says what it looked at when it finds nothing", async () => {
    await openNew("safe(1);\nsafe(2);\n");
    select("safe(1)", "safe(2)");
    const model = await review("caveat.reviewSelection");
    assert.deepStrictEqual(model.rules, []);
    assert.deepStrictEqual([model.firstLine, model.lastLine], [1, 2]);
    assert.ok(model.review.rules > 0);
    assert.match(model.file, /new-\d+\.js$/);
  });

  it("opens one page and keeps to it", async () => {
    const pages = () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label.startsWith("Review of "));
    await openNew("danger(1);\n");
    await review("caveat.reviewFile");
    assert.equal(pages().length, 1);
    await review("caveat.reviewFile");
    assert.equal(pages().length, 1);
  });
});
