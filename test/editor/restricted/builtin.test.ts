import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnostics, EVAL, folder, openNew, sees, show, write } from "../suite/editor";

describe("in a restricted workspace", () => {
  it("the built-in rules run in full, whatever the workspace says", async () => {
    await write(vscode.Uri.joinPath(folder(), ".caveat.yml"), `rules: { ${EVAL}: off }\n`);
    await write(
      vscode.Uri.joinPath(folder(), ".vscode/settings.json"),
      JSON.stringify({ "caveat.disabledRules": [EVAL], "caveat.ruleFiles": ["rules.yml"] }),
    );
    const rule =
      "rules:\n  - { id: theirs, message: M., severity: ERROR, languages: [javascript], pattern: theirs() }\n";
    await write(vscode.Uri.joinPath(folder(), "rules.yml"), rule);
    await write(vscode.Uri.joinPath(folder(), ".semgrep.yml"), rule.replace("theirs,", "theirs-too,"));
    const document = await openNew("theirs();\nmodule.exports = (req, res) => res.json(eval(req.query.x));\n");
    await sees(document.uri, EVAL);
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it("a rule file is checked as text, and neither runs nor is tested", async () => {
    const rules = await write(
      vscode.Uri.joinPath(folder(), "own/theirs.yml"),
      "rules:\n  - { id: theirs, message: No $Y., severity: ERROR, languages: [javascript], pattern: theirs() }\n",
    );
    await write(vscode.Uri.joinPath(folder(), "own/theirs.js"), "// ok: theirs\ntheirs();\n");
    await show(rules);
    await sees(rules, "theirs");
    assert.match(diagnostics(rules)[0]?.message ?? "", /^Nothing binds `\$Y`/);
  });
});
