import assert from "node:assert/strict";
import * as vscode from "vscode";
import { actions, apply, DANGER, EVAL, eventually, folder, openNew, replace, sees, show, shown, write } from "./editor";

const titles = (found: readonly vscode.CodeAction[]) => found.map(({ title }) => title);

describe("the lightbulb", () => {
  it("offers the fix first and alone preferred, then the whole file, an explanation, suppressions", async () => {
    const document = await openNew("danger(1);\ndanger(2);\n");
    await sees(document.uri, DANGER, DANGER);
    const found = await actions(document, "danger(1)");
    assert.deepStrictEqual(titles(found).slice(1), [
      `Fix All of ${DANGER} in This File`,
      `Explain ${DANGER}`,
      `Turn ${DANGER} Off on This Line…`,
      `Turn ${DANGER} Off in This File…`,
      `Turn ${DANGER} Off in This Folder…`,
    ]);
    assert.deepStrictEqual(
      found.map(({ isPreferred }) => isPreferred === true),
      [true, false, false, false, false, false],
    );
  });

  it("fixes one place", async () => {
    const document = await openNew("danger(1);\ndanger(2);\n");
    await sees(document.uri, DANGER, DANGER);
    const [fix] = await actions(document, "danger(2)");
    await apply(fix);
    assert.equal(document.getText(), "danger(1);\nsafe(2);\n");
    await sees(document.uri, DANGER);
  });

  it("fixes every place of the file as one step", async () => {
    const document = await openNew("danger(1);\ndanger(2);\n");
    await sees(document.uri, DANGER, DANGER);
    const found = await actions(document, "danger(1)");
    await apply(found.find(({ title }) => title.startsWith("Fix All of")));
    assert.equal(document.getText(), "safe(1);\nsafe(2);\n");
    await sees(document.uri);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), "danger(1);\ndanger(2);\n");
  });

  it("fixes everything only where that is asked for", async () => {
    const document = await openNew("danger(1);\ndanger(2);\n");
    await sees(document.uri, DANGER, DANGER);
    const kind = vscode.CodeActionKind.SourceFixAll.append("caveat");
    assert.ok(!titles(await actions(document, "danger(1)")).includes("Fix All That Caveat Can"));
    const all = await actions(document, "danger(1)", kind);
    assert.deepStrictEqual(titles(all), ["Fix All That Caveat Can"]);
    await apply(all[0]);
    assert.equal(document.getText(), "safe(1);\nsafe(2);\n");
  });

  it("fixes on saving where the person has asked for it", async () => {
    const settings = vscode.workspace.getConfiguration("editor");
    const target = vscode.ConfigurationTarget.Workspace;
    await settings.update("codeActionsOnSave", { "source.fixAll.caveat": "explicit" }, target);
    try {
      const document = await openNew("danger(1);\n");
      await sees(document.uri, DANGER);
      await replace(document, "danger(1)", "danger(11)");
      assert.ok(await document.save());
      await eventually(
        "the saved text is fixed",
        () => document.getText(),
        (text) => text === "safe(11);\n",
      );
    } finally {
      await settings.update("codeActionsOnSave", undefined, target);
    }
  });

  it("offers nothing where nothing is found", async () => {
    const document = await openNew("danger(1);\nsafe(2);\n");
    await sees(document.uri, DANGER);
    assert.deepStrictEqual(titles(await actions(document, "safe(2)")), []);
  });
});

describe("suppressions", () => {
  const suppress = async (document: vscode.TextDocument, scope: string, reason: string) => {
    const found = await actions(document, "danger(1)");
    const action = found.find(({ title }) => title.includes(`Off ${scope}`));
    assert.ok(action?.command?.arguments);
    const [target, where] = action.command.arguments;
    assert.ok(await vscode.commands.executeCommand("caveat.suppress", target, where, reason));
  };

  it("put a comment with its reason on the line", async () => {
    const document = await openNew("danger(1);\ndanger(2);\n");
    await sees(document.uri, DANGER, DANGER);
    await suppress(document, "on This Line", "checked by hand");
    await sees(document.uri, DANGER);
    assert.match(document.getText(), /caveat-ignore workspace\.danger\(checked by hand\)/);
  });

  it("put one into the file's first comment", async () => {
    const document = await openNew("danger(1);\ndanger(2);\n");
    await sees(document.uri, DANGER, DANGER);
    await suppress(document, "in This File", "a sandbox");
    await sees(document.uri);
    assert.match(document.getText(), /caveat-ignore-file workspace\.danger\(a sandbox\)/);
  });

  it("write the folder's configuration", async () => {
    const uri = await write(vscode.Uri.joinPath(folder(), "sandbox/play.js"), "danger(1);\n");
    const document = await show(uri);
    const other = await openNew("danger(1);\n");
    await sees(document.uri, DANGER);
    await sees(other.uri, DANGER);
    await suppress(document, "in This Folder", "nothing to lose");
    await sees(document.uri);
    await sees(other.uri, DANGER);
    const configuration = vscode.Uri.joinPath(folder(), ".caveat.yml");
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(configuration));
    assert.match(text, /rule: workspace\.danger[\s\S]*reason: nothing to lose[\s\S]*sandbox/);
    await vscode.workspace.fs.delete(configuration);
    await sees(document.uri, DANGER);
  });

  it("that suppress nothing are faded, with a fix that removes them", async () => {
    const document = await openNew("safe(1); // caveat-ignore workspace.danger(was needed once)\n");
    await vscode.workspace.getConfiguration("caveat").update("profile", "audit", vscode.ConfigurationTarget.Workspace);
    try {
      await sees(document.uri, "caveat.suppression-unused");
      const [found] = vscode.languages.getDiagnostics(document.uri);
      assert.deepStrictEqual(found?.tags, [vscode.DiagnosticTag.Unnecessary]);
      const [fix] = await actions(document, "workspace.danger");
      await apply(fix);
      assert.ok(!document.getText().includes("caveat-ignore"));
      await sees(document.uri);
    } finally {
      await vscode.workspace
        .getConfiguration("caveat")
        .update("profile", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe("explanations", () => {
  it("come with the hover", async () => {
    const document = await show(vscode.Uri.joinPath(folder(), "app.js"));
    await sees(document.uri, EVAL);
    const position = document.positionAt(document.getText().indexOf("eval"));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      position,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === "string" ? part : part.value)),
    );
    assert.match(text.join("\n"), /Unsafe[\s\S]*```javascript[\s\S]*Safe[\s\S]*command:caveat\.showRule/);
  });

  it("open as a page", async () => {
    await vscode.commands.executeCommand("caveat.showRule", EVAL);
    const tab = () => vscode.window.tabGroups.activeTabGroup.activeTab;
    const input = await eventually(
      "the page's tab",
      () => tab()?.input,
      (now) => now instanceof vscode.TabInputCustom,
    );
    assert.ok(input instanceof vscode.TabInputCustom);
    assert.equal(input.viewType, "vscode.markdown.preview.editor");
    const page = await vscode.workspace.openTextDocument(input.uri);
    assert.match(page.getText(), /^# .+\n[\s\S]*CWE-\d+[\s\S]*Unsafe[\s\S]*Safe/);
    assert.deepStrictEqual(shown(page.uri), []);
  });
});
