import assert from "node:assert/strict";
import * as vscode from "vscode";
import { DANGER, diagnostics, EVAL, folder, openNew, replace, sees, show, type, write } from "./editor";

describe("diagnostics", () => {
  it("stand in a file when it is opened", async () => {
    const document = await show(vscode.Uri.joinPath(folder(), "app.js"));
    await sees(document.uri, EVAL);
    const [found] = diagnostics(document.uri);
    assert.ok(found);
    assert.equal(document.getText(found.range), "eval(req.query.x)");
    assert.ok(typeof found.code === "object" && found.code.target.scheme === "caveat-rule");
    assert.match(found.message, /\.$/);
  });

  it("come while code is typed and go when it is taken back", async () => {
    const document = await openNew("module.exports = (req, res) => {\n  \n};\n");
    await type(document, document.getText().indexOf("\n};"), "res.json(eval(req.query.x));");
    await sees(document.uri, EVAL);
    await replace(document, "eval(req.query.x)", "req.query.x.length");
    await sees(document.uri);
  });

  it("stay where they are while something else is half typed", async () => {
    const document = await openNew("danger(1);\nfunction f() {\n  \n}\ndanger(2);\n");
    await sees(document.uri, DANGER, DANGER);
    const offset = document.getText().indexOf("\n}");
    let least = 2;
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      least = Math.min(least, diagnostics(document.uri).length);
    });
    await type(document, offset, "const text = call({ a: [1, 2");
    await sees(document.uri, DANGER, DANGER);
    listener.dispose();
    assert.equal(least, 2);
    assert.deepStrictEqual(
      diagnostics(document.uri).map(({ range }) => document.getText(range)),
      ["danger(1)", "danger(2)"],
    );
  });

  it("stand in a document that is not saved yet, and in Python", async () => {
    const javascript = await vscode.workspace.openTextDocument({
      language: "javascript",
      content: "module.exports = (req, res) => res.json(eval(req.query.x));\n",
    });
    await sees(javascript.uri, EVAL);
    const content = "from flask import request\n\ndef total():\n    return eval(request.args['x'])\n";
    const python = await vscode.workspace.openTextDocument({ language: "python", content });
    await sees(python.uri, "python.eval-of-request");
  });

  it("follow a rename", async () => {
    const document = await openNew("danger(1);\n");
    await sees(document.uri, DANGER);
    const renamed = vscode.Uri.joinPath(folder(), "renamed.js");
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await sees(renamed, DANGER);
    await sees(document.uri);
  });

  it("follow a change of language", async () => {
    const document = await openNew("danger(1);\n");
    await sees(document.uri, DANGER);
    await vscode.languages.setTextDocumentLanguage(document, "plaintext");
    await sees(document.uri);
    await vscode.languages.setTextDocumentLanguage(document, "typescript");
    await sees(document.uri, DANGER);
  });

  it("go when the file is closed or deleted", async () => {
    // As a person opens it: what the API opens, VS Code keeps open for minutes.
    const closed = await write(vscode.Uri.joinPath(folder(), "closed.js"), "danger(1);\n");
    await vscode.commands.executeCommand("vscode.open", closed);
    await sees(closed, DANGER);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await sees(closed);

    const deleted = await openNew("danger(1);\n");
    await sees(deleted.uri, DANGER);
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(deleted.uri);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await sees(deleted.uri);
  });

  it("are right in lines that end with CR LF, behind a byte order mark and behind a lone surrogate", async () => {
    const document = await openNew("\uFEFFconst a = '\u{1F600}';\r\n\r\ndanger(1);\r\n");
    await sees(document.uri, DANGER);
    const [found] = diagnostics(document.uri);
    assert.equal(found && document.getText(found.range), "danger(1)");
  });

  it("leave alone what nobody edits", async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider("older", {
      provideTextDocumentContent: () => "danger(1);\n",
    });
    const old = await vscode.workspace.openTextDocument(vscode.Uri.parse("older:/app.js"));
    assert.equal(old.languageId, "javascript");
    const document = await openNew("danger(1);\n");
    await sees(document.uri, DANGER);
    assert.deepStrictEqual(diagnostics(old.uri), []);
    provider.dispose();
  });

  it("spare a minified file, and show those of the files beside it", async () => {
    const minified = await openNew(`danger(1);${"var a=1;".repeat(2000)}`);
    const document = await openNew("danger(1);\n");
    await sees(document.uri, DANGER);
    await sees(minified.uri);
  });
});
