// Texts that nobody planned for: each is analysed without failing, and what can be found in it is found.
import assert from "node:assert/strict";
import { readBuiltInRules } from "../../../src/dev/rules";
import { type Analyzer, createAnalyzer } from "../../../src/engine/analyzer";
import { diskBut, packageFile } from "../syntax/support";
import { covered, createTestAnalyzer, Desk, rule, ruleFile, rulesOf, shown } from "./desk";

const RULES = rulesOf(ruleFile(rule("t.danger", "danger($X)", "fix: safe($X)\n")));
const DEPTH = 200_000;

describe("the door: bad input", () => {
  let analyzer: Analyzer;
  let desk: Desk;
  before(async () => {
    analyzer = await createTestAnalyzer();
    desk = new Desk(analyzer, [...RULES, ...readBuiltInRules().rules]);
  });
  after(() => analyzer.dispose());

  const found = (text: string, languageId = "javascript"): string[] => {
    const analysis = desk.open(text, languageId);
    assert.deepEqual(analysis.problems, []);
    return covered(text, analysis, "t.danger");
  };

  it("nothing at all", () => {
    for (const languageId of ["javascript", "python", "plaintext"]) {
      for (const text of ["", "\n", "\uFEFF", " \t\r\n"]) assert.deepEqual(desk.open(text, languageId).findings, []);
    }
  });

  it("finds around syntax errors, and says that there are some", () => {
    const halves = [
      ["danger(1);\nfunction f( {\n", "javascript"],
      ["danger(1)\ndef f(:\n  x = [\n", "python"],
      ["x = '\ndanger(1);\ny = 2;\n", "javascript"],
      ["danger(1);\nconst a: Array<string = [];\n", "typescript"],
    ];
    for (const [text, languageId] of halves) {
      assert.deepEqual(found(text, languageId), ["danger(1)"], text);
      assert.ok(desk.analyse().hasSyntaxErrors, text);
    }
  });

  it("is typed key by key, with whatever stands half there", () => {
    const whole = 'if (a) {\n  danger(`x${danger(1)}`, { b: "c" });\n}\ndanger(/[/]/.test(x) ? <b>{y}</b> : [1]);\n';
    desk.open("");
    for (let length = 1; length <= whole.length; length++) {
      analyzer.edit("a", length, [{ start: length - 1, end: length - 1, text: whole[length - 1] }]);
      desk.analyse("a", { idle: false });
    }
    assert.deepEqual(shown(desk.analyse()), shown(desk.open(whole)));
  });

  it("has line ends of every kind, and a byte order mark", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      for (const mark of ["", "\uFEFF"]) {
        const text = `${mark}x;${end}danger(1);${end}danger(2);${end}`;
        assert.deepEqual(found(text), ["danger(1)", "danger(2)"], JSON.stringify(text));
      }
    }
    assert.deepEqual(found("if x:\r\n    danger(1)\r\n", "python"), ["danger(1)"]);
  });

  it("holds lone surrogates, NULs and characters beyond the first plane", () => {
    for (const odd of ["\ud800", "\udc00x\ud800", "\0", "😀é\u2028", "\ufffe\uffff", "\u202e"]) {
      const text = `/* ${odd} */ danger("${odd}"); danger(1);\n`;
      assert.deepEqual(found(text).at(-1), "danger(1)", JSON.stringify(odd));
      assert.deepEqual(found(`# ${odd}\ndanger(1)\n`, "python"), ["danger(1)"], JSON.stringify(odd));
    }
  });

  it("is indented with blanks and tabs as it comes", () => {
    assert.deepEqual(found("if a:\n\tdanger(1)\n        danger(2)\nif b:\n  danger(3)\n", "python").length, 3);
  });

  it("is binary: bytes read as text", () => {
    const bytes = Array.from({ length: 20_000 }, (_, index) => String.fromCharCode((index * 7919) % 256)).join("");
    desk.open(bytes);
    desk.open(bytes, "python");
  });

  it("is minified", () => {
    const text = packageFile("lodash/lodash.min.js");
    const analysis = desk.open(`danger(1);${text}`);
    assert.deepEqual(analysis.problems, []);
    assert.equal(shown(analysis)[0], "t.danger@0-9");
  }).timeout(60_000);

  it("is very long", () => {
    const line = "call(function (value) { return value + 1; });\n";
    const text = `danger(1);\n${line.repeat(Math.ceil(5_000_000 / line.length))}danger(2);\n`;
    const own = new Desk(analyzer, RULES);
    assert.deepEqual(covered(text, own.open(text)), ["danger(1)", "danger(2)"]);
    analyzer.edit("a", 2, [{ start: 0, end: 0, text: "danger(0);\n" }]);
    assert.equal(shown(own.analyse()).length, 3);
    analyzer.close("a");
  }).timeout(120_000);

  for (const [languageId, open, close, end] of [
    ["javascript", "[", "]", ";"],
    ["javascript", "{", "}", ""],
    ["javascript", "f(", ")", ";"],
    ["javascript", "a.b(", "", ""],
    ["typescript", "(", ")", ";"],
    ["python", "[", "]", ""],
    ["python", "f(", ")", ""],
    ["python", "(", "", ""],
  ]) {
    it(`is nested ${DEPTH} deep: ${languageId} ${open}${close}`, () => {
      const nested = `${open.repeat(DEPTH)}${close.repeat(DEPTH)}`;
      const text = `danger(1)${end}\n${nested}${end}\ndanger(2)${end}\n`;
      const analysis = desk.open(text, languageId);
      for (const { message } of analysis.problems) assert.match(message, /[a-z]\.$/);
      if (close !== "") assert.deepEqual(covered(text, analysis, "t.danger"), ["danger(1)", "danger(2)"]);
      const [finding] = analysis.findings;
      if (finding?.fixes[0]) analyzer.prove(finding, finding.fixes[0], desk.options);
      analyzer.close("a");
    }).timeout(60_000);
  }
});

describe("the door: files of its own that are missing or damaged", () => {
  const text = "danger(1)\n";
  const logs: string[] = [];
  const start = (file: string, change: (bytes: Uint8Array) => Uint8Array): Promise<Analyzer> =>
    createAnalyzer({ grammars: diskBut(file, change), log: (message) => logs.push(message) });
  const cut = (bytes: Uint8Array): Uint8Array => bytes.slice(0, -10);
  const gone = (): Uint8Array => {
    throw new Error("ENOENT");
  };
  beforeEach(() => logs.splice(0));

  for (const [what, change, reason] of [
    ["missing", gone, /: cannot be read \(ENOENT\)$/],
    ["damaged", cut, /: has the wrong content \(expected SHA-256 [0-9a-f]{64}, found [0-9a-f]{64}\)$/],
  ] as const) {
    it(`a ${what} grammar costs its language alone, and is named`, async () => {
      const analyzer = await start("tree-sitter-python.wasm", change);
      for (let time = 0; time < 2; time++) {
        await assert.rejects(analyzer.ready("python"), (error: Error) => {
          assert.match(error.message, /^Grammar file tree-sitter-python\.wasm: /);
          assert.match(error.message, reason);
          return true;
        });
      }
      await analyzer.ready("javascript");
      const desk = new Desk(analyzer, RULES);
      assert.deepEqual(shown(desk.open(text)), ["t.danger@0-9"]);
      const python = desk.open(text, "python");
      assert.deepEqual([shown(python), python.problems], [[], []]);
      analyzer.dispose();
    });

    it(`a ${what} engine of regular expressions or manifest is named at the start`, async () => {
      await assert.rejects(start("pcre2.wasm", change), /^GrammarFileError: Grammar file pcre2\.wasm: /);
      await assert.rejects(start("manifest.json", change), /^GrammarFileError: Grammar file manifest\.json: /);
    });

    it(`a ${what} reader is said, and done without`, async () => {
      const analyzer = await start("tree-reader.wasm", change);
      await analyzer.ready("javascript");
      assert.deepEqual(shown(new Desk(analyzer, RULES).open(text)), ["t.danger@0-9"]);
      assert.equal(logs.length, 1);
      assert.match(logs[0], /tree-reader\.wasm/);
      analyzer.dispose();
    });
  }
});
