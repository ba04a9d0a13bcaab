// Rules that a workspace brings: found as one types, mended as one types, tested, explained.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Explanation } from "../../../src/worker/protocol";
import { DANGER, diagnostics, eventually, folder, openNew, replace, sees, show, write } from "./editor";

const RULE = `rules:
  - id: own.worse
    message: Worse than $X.
    severity: ERROR
    languages: [javascript]
    patterns:
      - pattern: |
          worse(
            $X)
      - pattern-not: worse(0)
`;

/** Texts of what is marked in a rule file, with the message. */
const marked = (document: vscode.TextDocument): string[] =>
  diagnostics(document.uri).map(({ range, message }) => `${document.getText(range)}: ${message}`);

describe("a workspace's own rules", () => {
  const file = (path: string) => vscode.Uri.joinPath(folder(), path);
  const remove = (uri: vscode.Uri) => vscode.workspace.fs.delete(uri, { recursive: true });

  it("in .semgrep.yml run as one types, and change as they are edited, unsaved", async () => {
    const document = await openNew("worse(0);\n");
    const rules = await show(await write(file(".semgrep.yml"), RULE));
    await show(document.uri);
    await replace(document, "worse(0)", "worse(1)");
    await sees(document.uri, "own.worse");
    assert.equal(diagnostics(document.uri)[0]?.message, "Worse than 1.");
    await replace(rules, "worse(0)", "worse(1)");
    assert.ok(rules.isDirty);
    await sees(document.uri);
    await replace(rules, "worse(1)", "worse(2)");
    await sees(document.uri, "own.worse");
    await show(rules.uri);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await remove(rules.uri);
    await sees(document.uri);
  });

  it("are marked where they are wrong: in the YAML, in a pattern's very line, in what nothing binds", async () => {
    const rules = await show(await write(file(".semgrep/more.yml"), RULE));
    await replace(rules, "            $X)", "            $X}");
    await eventually(
      "the pattern is marked where it does not parse",
      () => marked(rules),
      (found) => found.length === 1 && /^[$]X\}: The pattern `worse\( …` cannot be read: |^\}: /.test(found[0] ?? ""),
    );
    await replace(rules, "            $X}", "            $X)");
    await replace(rules, "than $X", "than $Y");
    await eventually(
      "the metavariable that nothing binds is marked",
      () => marked(rules),
      (found) => found.length === 1 && found[0] === "$Y: Nothing binds `$Y`, so the message shows it as it is written.",
    );
    await replace(rules, "severity: ERROR", "severity: WORST");
    await eventually(
      "the unknown severity is marked",
      () => marked(rules),
      (found) => found.length === 1 && /^WORST: Unknown severity/.test(found[0] ?? ""),
    );
    await replace(rules, "languages: [javascript]", "languages: [javascript");
    await eventually(
      "the broken YAML is marked",
      () => diagnostics(rules.uri).map(({ range }) => range.start.line),
      (lines) => lines.length === 1 && lines[0] === 5,
    );
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await remove(file(".semgrep"));
  });

  it("are checked in any file that looks like rules, which do not run from there", async () => {
    const rules = await show(await write(file("drafts/idea.yml"), RULE.replace("worse(0)", "worse((")));
    await eventually(
      "the pattern is marked",
      () => marked(rules),
      (found) => found.length === 1 && /^\(: The pattern/.test(found[0] ?? ""),
    );
    const document = await openNew("worse(1);\ndanger(1);\n");
    await sees(document.uri, DANGER);
    await show(rules.uri);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await remove(file("drafts"));
  });

  it("are found by globs of the setting", async () => {
    await write(file("checks/a/r.rule.yml"), RULE);
    const document = await openNew("worse(1);\n");
    const settings = vscode.workspace.getConfiguration("caveat");
    await settings.update("ruleFiles", ["checks/**/*.rule.yml"], vscode.ConfigurationTarget.Workspace);
    await sees(document.uri, "own.worse");
    await write(file("checks/a/r.rule.yml"), RULE.replace("own.worse", "own.other"));
    await sees(document.uri, "own.other");
    await settings.update("ruleFiles", undefined, vscode.ConfigurationTarget.Workspace);
    await sees(document.uri);
    await remove(file("checks"));
  });

  it("whose tests fail are marked at their ids, until they pass", async () => {
    const target = await write(
      file(".semgrep/worse.js"),
      "// ruleid: own.worse\nworse(1);\n// ok: own.worse\nworse(2);\n",
    );
    const rules = await show(await write(file(".semgrep/worse.yml"), RULE));
    const [failed] = await eventually(
      "the failing test is marked",
      () => diagnostics(rules.uri),
      (found) => found.length === 1,
    );
    assert.ok(failed);
    assert.equal(rules.getText(failed.range), "own.worse");
    const [line] = failed.relatedInformation ?? [];
    assert.equal(line?.location.uri.toString(), target.toString());
    assert.equal(line?.location.range.start.line, 3);
    assert.equal(line?.message, "Noisy: own.worse should report nothing on this line: worse(2);");
    await replace(rules, "worse(0)", "worse(2)");
    await eventually(
      "nothing is marked any more",
      () => diagnostics(rules.uri).length,
      (count) => count === 0,
    );
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await remove(file(".semgrep"));
  });

  it("are completed from the schema", async () => {
    const rules = await show(
      await write(file("drafts/new.yml"), "rules:\n  - id: a\n    languages: [python]\n    sev\n"),
    );
    const at = new vscode.Position(3, 7);
    const list = await eventually(
      "keys are suggested",
      async () =>
        vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", rules.uri, at),
      ({ items }) => items.some(({ label }) => label === "severity"),
    );
    const labels = list.items.map(({ label }) => label);
    assert.ok(!labels.includes("id") && labels.includes("patterns"), labels.join());
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await remove(file("drafts"));
  });

  it("in JSON are held against the schema by VS Code itself", async () => {
    const text = JSON.stringify({ rules: [{ id: "a", message: "M.", severity: "WORST", languages: ["python"] }] });
    const rules = await show(await write(file(".caveat/rules/json/own.json"), text));
    await eventually(
      "the severity is marked by the JSON extension, and by this one",
      () => vscode.languages.getDiagnostics(rules.uri).map(({ message }) => message),
      (found) =>
        found.some((message) => /Value is not accepted/.test(message)) &&
        found.some((message) => /Unknown severity `WORST`/.test(message)),
    );
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await remove(file(".caveat/rules/json"));
  });

  it("are explained at the line of the cursor", async () => {
    const rules = await write(file(".semgrep.yml"), RULE);
    const document = await openNew("worse(1);\n  worse(0);\n");
    await sees(document.uri, "own.worse");
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    const explain = (id: string) => vscode.commands.executeCommand<Explanation>("caveat.explainRule", id);
    const explanation = await explain("own.worse");
    assert.equal(explanation?.reported, false);
    assert.deepEqual(
      explanation.formula?.parts.map(({ operator, verdict }) => [operator, verdict]),
      [
        ["pattern", "yes"],
        ["pattern-not", "no"],
      ],
    );
    const page = await eventually(
      "the page is open",
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "caveat-explanation"),
      (found) => found !== undefined,
    );
    assert.match(page?.getText() ?? "", /^# own\.worse reports nothing at (?:one\/)?new-\d+\.js:2\n/);
    assert.match(page?.getText() ?? "", /- ✗ \*\*pattern-not\*\* `worse\(0\)`/);
    await remove(rules);
    await sees(document.uri);
  });
});
