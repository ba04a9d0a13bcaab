// What is wrong with rules, files and grammars is said by every door in the same words, and costs nothing else.
import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../../src/dev/paths";
import { Installation } from "../cli/installed";
import { askCommandLine, askWorker, type Question, type SourceFile } from "./doors";

const js = (path: string, content: string | Uint8Array): SourceFile => ({ path, languageId: "javascript", content });
const py = (path: string, content: string): SourceFile => ({ path, languageId: "python", content });

const rule = (id: string, rest: string, languages = "[js]"): string =>
  `  - { id: ${id}, message: M., severity: ERROR, languages: ${languages}, ${rest} }\n`;
const danger = rule("own.danger", "pattern: danger($X)", "[js, python]");

const ids = (findings: readonly unknown[]): string[] =>
  (findings as { path: string; ruleId: string }[]).map(({ path, ruleId }) => `${path} ${ruleId}`);

describe("bad input, by command line and worker", () => {
  let caveat: Installation;
  before(async () => {
    caveat = await Installation.make();
  });
  after(() => caveat.remove());

  /** Both must find and say the same; gives what they say. */
  async function both(question: Question, from = caveat) {
    const line = await askCommandLine(from, question);
    const worker = await askWorker(from, question);
    assert.deepEqual(ids(worker.findings), ids(line.findings));
    return { ...line, worker };
  }

  it("rule files: each mistake is said with file, line and rule, and the other rules run", async () => {
    const broken = {
      ".semgrep/broken.yml": "rules:\n  - id: [\n",
      ".semgrep/empty.yml": "",
      ".semgrep/no-list.yml": "rules: none\n",
      ".semgrep/no-id.yml": "rules:\n  - message: m\n",
      ".semgrep/mixed.yml": `rules:\n${danger}${[
        rule("own.danger", "pattern: other()"),
        rule("bad.operator", "patern: a"),
        rule("bad.pattern", 'pattern: "foo(("'),
        rule("bad.regex", 'pattern-regex: "(a"'),
        rule("bad.language", "pattern: a", "[klingon]"),
        rule("bad.severity", "pattern: a").replace("ERROR", "AWFUL"),
        rule("bad.later", "pattern: danger()", "[apex]"),
        rule("bad.mode", "mode: join"),
        "  - { id: bad.keys }\n",
      ].join("")}`,
    };
    const { status, findings, problems, worker } = await both({
      files: [js("a.js", "danger(1);\n"), py("b.py", "danger(1)\n")],
      rules: broken,
      profile: "recommended",
    });
    assert.equal(status, 2);
    assert.deepEqual(ids(findings), ["a.js own.danger", "b.py own.danger"]);
    assert.deepEqual(worker.problems, problems);
    assert.deepEqual(
      problems.map((problem) => /^[^:]+:\d+/.exec(problem)?.[0]),
      [
        ".semgrep/broken.yml:3",
        ".semgrep/empty.yml:1",
        ...[10, 11, 4, 5, 6, 7, 8, 9].map((line) => `.semgrep/mixed.yml:${line}`),
        ".semgrep/no-id.yml:2",
        ".semgrep/no-list.yml:1",
      ],
    );
    for (const problem of problems) assert.match(problem, /: [A-Z][^\n]+\.$/);
  }).timeout(90_000);

  it("a rule that looks for one language inside another runs, whichever files there are", async () => {
    const inner = `  - id: own.inner
    message: M.
    severity: ERROR
    languages: [js]
    patterns:
      - pattern: python($CODE)
      - metavariable-pattern: { metavariable: $CODE, language: python, pattern: "danger(..., *$ARGS)" }
`;
    const { findings, problems, worker } = await both({
      files: [js("a.js", 'python("danger(*x)");\npython("danger(x)");\n')],
      rules: { ".semgrep.yml": `rules:\n${inner}` },
      profile: "recommended",
    });
    assert.deepEqual([ids(findings), problems, worker.problems], [["a.js own.inner"], [], []]);
  }).timeout(90_000);

  it("texts that are none: binary, minified, empty", async () => {
    const { status, findings, skipped, worker } = await both({
      files: [
        js("a.js", "danger(1);\n"),
        js("empty.js", ""),
        js("lodash.js", readFileSync(inRoot("node_modules/lodash/lodash.min.js"))),
      ],
      rules: { ".semgrep.yml": `rules:\n${danger}` },
      profile: "recommended",
    });
    assert.deepEqual([status, ids(findings), skipped.minified], [1, ["a.js own.danger"], 1]);
    assert.deepEqual(worker.skipped, ["This file is not analysed: it is minified."]);
    const binary = await askCommandLine(caveat, {
      files: [js("a.js", "danger(1);\n"), js("b.js", new Uint8Array([0x64, 0, 1, 2]))],
      rules: { ".semgrep.yml": `rules:\n${danger}` },
      profile: "recommended",
    });
    assert.deepEqual([binary.status, ids(binary.findings), binary.skipped.binary], [1, ["a.js own.danger"], 1]);
  }).timeout(90_000);

  it("texts that are too much: 5 MB, and brackets 200,000 deep", async () => {
    const line = "call(function (value) { return value + 1; });\n";
    const deep = `${"[\n".repeat(200_000)}${"]\n".repeat(200_000)}`;
    const { status, findings, problems, worker } = await both({
      files: [
        js("deep.js", `danger(1);\n${deep};danger(2);\n`),
        py("deep.py", `danger(1)\n${deep}\ndanger(2)\n`),
        js("long.js", `danger(1);\n${line.repeat(Math.ceil(5_000_000 / line.length))}danger(2);\n`),
        js("other.js", "danger(1);\n"),
      ],
      rules: { ".semgrep.yml": `rules:\n${danger}` },
      profile: "recommended",
    });
    const twice = ["deep.js", "deep.py", "long.js"].flatMap((path) => [`${path} own.danger`, `${path} own.danger`]);
    assert.deepEqual([status, ids(findings)], [1, [...twice, "other.js own.danger"]]);
    assert.deepEqual([problems, worker.problems], [[], []]);
  }).timeout(180_000);

  it("a rule that reaches its step limit: said with file and rule", async () => {
    const slow = rule("own.slow", "pattern: 'f(..., $A, ..., $B, ..., $C, ..., $D, ..., $E, ..., never)'");
    const { findings, problems, worker } = await both({
      files: [js("a.js", `danger(1);\nf(${"x,\ny,\n".repeat(60)}z);\nnever;\n`), js("b.js", "danger(2);\n")],
      rules: { ".semgrep.yml": `rules:\n${danger}${slow}` },
      profile: "recommended",
    });
    assert.deepEqual(ids(findings), ["a.js own.danger", "b.js own.danger"]);
    assert.deepEqual(worker.problems, problems);
    assert.equal(problems.length, 1, problems.join("\n"));
    assert.match(problems[0], /^a\.js: The rule own\.slow took too many steps in this file;/);
  }).timeout(90_000);

  for (const [what, damage] of [
    ["missing", (file: string) => rmSync(file)],
    ["damaged", (file: string) => writeFileSync(file, readFileSync(file).subarray(1))],
  ] as const) {
    it(`a ${what} grammar: said once with its file; other languages and rules for any text go on`, async () => {
      const damaged = caveat.copy();
      try {
        damage(join(damaged.folder, "grammars/tree-sitter-python.wasm"));
        const text =
          "  - { id: own.text, message: M., severity: INFO, languages: [regex], pattern-regex: 'TO[ ]DO' }\n";
        const { status, findings, problems, worker } = await both(
          {
            files: [js("a.js", "danger(1);\n"), py("b.py", "danger(1) # TO DO\n"), py("c.py", "x\n")],
            rules: { ".semgrep.yml": `rules:\n${danger}${rule("own.py", "pattern: danger(...)", "[python]")}${text}` },
            profile: "recommended",
          },
          damaged,
        );
        assert.equal(status, 2);
        assert.deepEqual(ids(findings), ["a.js own.danger", "b.py own.text"]);
        for (const said of [problems, worker.problems]) {
          assert.ok(said.length > 0);
          for (const problem of said) assert.match(problem, /Grammar file tree-sitter-python\.wasm: /);
        }
      } finally {
        damaged.remove();
      }
    }).timeout(90_000);
  }
});
