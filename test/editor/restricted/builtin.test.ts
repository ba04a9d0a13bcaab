import assert from "node:assert/strict";
import * as vscode from "vscode";
import { EVAL, folder, openNew, sees, write } from "../suite/editor";

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
    const document = await openNew("theirs();\nmodule.exports = (req, res) => res.send(eval(req.query.x));\n");
    await sees(document.uri, EVAL);
    assert.equal(vscode.workspace.isTrusted, false);
  });
});
