// Whichever door is asked, the same files give the same findings.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { filesUnder } from "../../src/dev/files";
import { inRoot } from "../../src/dev/paths";
import { languageOf } from "../../src/project/language-of";
import { Installation } from "../cli/installed";
import { type Answer, askAnalyzer, askCommandLine, askWorker, type Question, type SourceFile } from "./doors";

/** A user's own rules: with a fix, for any text, with paths, for a reviewer's eye. */
const RULES = {
  ".semgrep.yml": `rules:
  - { id: own.danger, message: "$X is dangerous.", severity: ERROR, languages: [js, ts, python], pattern: danger($X), fix: safe($X) }
  - { id: own.todo, message: Not done., severity: INFO, languages: [regex], pattern-regex: '\\bTO DO\\b' }
  - { id: own.paths, message: M., severity: WARNING, languages: [js], pattern: look(...), paths: { include: [src] } }
  - id: own.hint
    message: Look.
    severity: INFO
    languages: [python]
    pattern: look(...)
    metadata: { category: security, subcategory: [audit] }
`,
};

function examples(): SourceFile[] {
  const folder = inRoot("test/examples");
  return filesUnder(folder).flatMap((file) => {
    const path = relative(folder, file).split(sep).join("/");
    const languageId = languageOf(path);
    return languageId === undefined ? [] : [{ path, languageId, content: readFileSync(file) }];
  });
}

const js = (path: string, content: string | Uint8Array): SourceFile => ({ path, languageId: "javascript", content });
const py = (path: string, content: string | Uint8Array): SourceFile => ({ path, languageId: "python", content });

const ODD: readonly SourceFile[] = [
  js("odd/half-typed.js", "danger(1);\nfunction f( {\n  danger(2);\n// TO DO\n"),
  js("odd/mark.js", Buffer.from("\ufeffdanger(1);\r\n  danger(2);\r\n")),
  js("odd/utf16.js", Buffer.from("\ufeffdanger('é😀'); danger(2);\n", "utf16le")),
  js("odd/not-utf8.js", Buffer.from([0x2f, 0x2f, 0xe9, 0xff, 0x0a, ...Buffer.from("danger(1);\n")])),
  js("odd/empty.js", ""),
  js(
    "odd/suppressed.js",
    "danger(1); // caveat-ignore own.danger(it is known)\ndanger(2); // caveat-ignore own.danger\nx; // caveat-ignore own.danger(stale)\n",
  ),
  js("odd/page.jsx", "const a = <b onClick={() => danger(1)}>{danger(2)}</b>;\n"),
  js("src/paths.js", "look(1);\n"),
  js("lib/paths.js", "look(1);\n"),
  py("odd/mixed.py", "if a:\n\tdanger(1)\n        danger(2)\nif b:\n  look(3)\n"),
  py("odd/deep.py", `danger(1)\n${"[\n".repeat(5000)}${"]\n".repeat(5000)}\ndanger(2)\n`),
  { path: "odd/types.tsx", languageId: "typescriptreact", content: "const a = <T,>(x: T) => <p>{danger(x)}</p>;\n" },
];

describe("the same findings", () => {
  let caveat: Installation;
  before(async () => {
    caveat = await Installation.make();
  });
  after(() => caveat.remove());

  const compare = async (question: Question): Promise<Answer> => {
    const expected = await askAnalyzer(caveat, question);
    const { findings, problems } = await askCommandLine(caveat, question);
    assert.deepEqual({ findings, problems }, expected);
    const worker = await askWorker(caveat, question);
    assert.deepEqual({ findings: worker.findings, problems: worker.problems }, expected);
    return expected;
  };

  for (const profile of ["recommended", "audit"] as const) {
    it(`from the analyzer, the command line and the worker: the examples, profile ${profile}`, async () => {
      const { findings } = await compare({ files: examples(), rules: {}, profile });
      assert.ok(findings.length >= 10, `${findings.length} findings`);
    }).timeout(90_000);

    it(`from the analyzer, the command line and the worker: odd files and a user's rules, profile ${profile}`, async () => {
      const { findings } = await compare({ files: ODD, rules: RULES, profile });
      assert.equal(findings.length, profile === "audit" ? 20 : 19);
    }).timeout(90_000);
  }
});
