import assert from "node:assert/strict";
import * as vscode from "vscode";
import { DANGER, EVAL, eventually, folder, openNew, replace, sees, show, withSetting, write } from "./editor";

describe("settings", () => {
  it("switch a rule off and on again", async () => {
    const document = await openNew("danger(1);\n");
    await sees(document.uri, DANGER);
    await withSetting("disabledRules", [DANGER], () => sees(document.uri));
    await sees(document.uri, DANGER);
  });

  it("leave files out", async () => {
    const document = await openNew("danger(1);\n");
    await sees(document.uri, DANGER);
    await withSetting("exclude", ["new-*.js"], () => sees(document.uri));
    await sees(document.uri, DANGER);
  });

  it("hide what is milder or less sure than asked for", async () => {
    const document = await openNew("danger(1);\n");
    await sees(document.uri, DANGER);
    await withSetting("severity", "critical", () => sees(document.uri));
    await sees(document.uri, DANGER);
  });

  it("bring rules from files that they name", async () => {
    const rule =
      "rules:\n  - id: added.rule\n    message: Found.\n    severity: INFO\n    languages: [javascript]\n    pattern: added()\n";
    await write(vscode.Uri.joinPath(folder(), "more/rules.yml"), rule);
    const document = await openNew("added();\n");
    await withSetting("ruleFiles", ["more"], () => sees(document.uri, "added.rule"));
    await sees(document.uri);
  });
});

describe("several folders", () => {
  it("have a configuration each", async () => {
    const one = await show(vscode.Uri.joinPath(folder(0), "app.js"));
    await sees(one.uri, EVAL);
    const two = await show(vscode.Uri.joinPath(folder(1), "app.js"));
    await replace(two, "module", "danger(1);\nmodule");
    // Neither the rule that this folder turns off, nor the other folder's own rule.
    const python = await write(vscode.Uri.joinPath(folder(1), "app.py"), PYTHON);
    await show(python);
    await sees(python, "python.eval-of-request");
    await sees(two.uri);
  });

  it("may nest: the nearest file wins, key by key", async () => {
    const nested = await show(vscode.Uri.joinPath(folder(1), "lib/app.js"));
    await show(await write(vscode.Uri.joinPath(folder(1), "other.py"), PYTHON));
    await sees(nested.uri);
    const own = await write(
      vscode.Uri.joinPath(folder(1), "lib/.caveat.yml"),
      "rules: { javascript.eval-of-request: high }\n",
    );
    await sees(nested.uri, EVAL);
    await vscode.workspace.fs.delete(own);
    await sees(nested.uri);
  });
});

const PYTHON = "from flask import request\n\ndef total():\n    return eval(request.args['x'])\n";

describe(".caveat.yml", () => {
  it("counts as it is typed, unsaved, and its mistakes are marked", async () => {
    const document = await openNew("danger(1);\n");
    await sees(document.uri, DANGER);
    const file = await write(vscode.Uri.joinPath(folder(), ".caveat.yml"), "profile: recommended\n");
    const configuration = await show(file);
    // An editor of an earlier file of that name is still to read the new one.
    await eventually(
      "the file is read",
      () => configuration.getText(),
      (text) => text.startsWith("profile"),
    );
    await replace(configuration, "profile: recommended\n", `rules:\n  ${DANGER}: off\nserverity: high\n`);
    assert.ok(configuration.isDirty);
    await sees(document.uri);
    const [mistake] = await eventually(
      "the unknown key is marked",
      () => vscode.languages.getDiagnostics(configuration.uri).filter(({ source }) => source === "Caveat"),
      (found) => found.length === 1,
    );
    assert.equal(mistake && configuration.getText(mistake.range), "serverity");
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await sees(document.uri, DANGER);
    await vscode.workspace.fs.delete(configuration.uri);
  });

  it("does not stop over YAML that is none", async () => {
    const document = await openNew("danger(1);\n");
    const configuration = await show(await write(vscode.Uri.joinPath(folder(), ".caveat.yml"), "rules: [\n"));
    await eventually(
      "the broken YAML is marked",
      () => vscode.languages.getDiagnostics(configuration.uri).filter(({ source }) => source === "Caveat").length,
      (found) => found > 0,
    );
    await sees(document.uri, DANGER);
    await vscode.workspace.fs.delete(configuration.uri);
  });
});

describe("rule files", () => {
  it("are used as they are typed, and what is wrong in them is marked while the other rules run", async () => {
    const document = await openNew("danger(1);\nworse(1);\n");
    await sees(document.uri, DANGER);
    const file = vscode.Uri.joinPath(folder(), ".caveat/rules/worse.yml");
    const good =
      "rules:\n  - id: worse\n    message: Worse.\n    severity: ERROR\n    languages: [javascript]\n    pattern: worse(...)\n";
    const rules = await show(await write(file, good));
    await sees(document.uri, DANGER, "worse");
    await replace(rules, "pattern: worse(...)", "pattern: worse((");
    await eventually(
      "the unparsable pattern is marked",
      () => vscode.languages.getDiagnostics(file).filter(({ source }) => source === "Caveat"),
      (found) => found.length === 1 && found[0]?.code === "worse",
    );
    await sees(document.uri, DANGER);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await vscode.workspace.fs.delete(file);
    await sees(document.uri, DANGER);
  });
});
