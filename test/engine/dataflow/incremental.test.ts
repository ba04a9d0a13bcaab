// After an edit, functions that rest on nothing that changed are not walked again; what they say moves with them.
import assert from "node:assert/strict";
import { libraryModels, readBuiltInRules } from "../../../src/dev/rules";
import { type Analysis, type Analyzer, createAnalyzer, type RuleSet } from "../../../src/engine/analyzer";
import { disk } from "../syntax/support";

const FUNCTIONS = 40;

/** A chain of helpers, and handlers that each call one of them. */
const JAVA = `import javax.servlet.http.*;
class Handlers extends HttpServlet {
${Array.from(
  { length: FUNCTIONS },
  (_, index) => `  void handle${index}(HttpServletRequest request) throws Exception {
    String name = request.getParameter("name");
    run${index % 4}("ls " + name);
  }
`,
).join("")}
${Array.from(
  { length: 4 },
  (_, index) => `  private void run${index}(String command) throws Exception {
    int count = ${index};
    Runtime.getRuntime().exec(command);
  }
`,
).join("")}}
`;

interface Editor {
  readonly analyzer: Analyzer;
  readonly rules: RuleSet;
}

async function opened(text: string, languageId: string): Promise<Editor> {
  const analyzer = await createAnalyzer({ grammars: disk, models: libraryModels(), log: () => undefined });
  await analyzer.ready(languageId);
  const all = readBuiltInRules().rules.filter(({ languages }) => languages.includes(languageId));
  const rules = analyzer.ruleSet(all.filter(({ formula }) => formula.type === "taint"));
  analyzer.open({ uri: "file:///a", languageId, text, version: 1 });
  return { analyzer, rules };
}

function analyse({ analyzer, rules }: Editor, idle = false): { readonly analysis: Analysis; readonly walked: number } {
  const steps = analyzer.analyze("file:///a", { rules, today: "2026-01-01", idle });
  let walked = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return { analysis: step.value, walked };
    if (step.value.phase === "flows") walked++;
  }
}

let version = 1;

function replace(editor: Editor, from: string, to: string): void {
  const start = editor.analyzer.text("file:///a")!.indexOf(from);
  assert.ok(start >= 0, from);
  editor.analyzer.edit("file:///a", ++version, [{ start, end: start + from.length, text: to }]);
}

/** The analysis after an edit equals that of the same text seen for the first time. */
async function sameAsFresh(editor: Editor, analysis: Analysis, languageId: string): Promise<void> {
  const fresh = await opened(editor.analyzer.text("file:///a")!, languageId);
  assert.deepEqual(analysis.findings, analyse(fresh).analysis.findings);
}

describe("flows while code is typed", () => {
  it("walk a function again that was edited, and no other", async () => {
    const editor = await opened(JAVA, "java");
    const first = analyse(editor);
    assert.equal(first.analysis.findings.length, 4);
    assert.ok(first.walked >= FUNCTIONS);
    replace(editor, `request.getParameter("name");\n    run3`, `request.getParameter("other name");\n\n    run3`);
    const { analysis, walked } = analyse(editor);
    assert.ok(walked <= 3, `${walked} steps`);
    assert.equal(analysis.findings.length, 4);
    await sameAsFresh(editor, analysis, "java");
  });

  it("stop at a function that still says the same", async () => {
    const editor = await opened(JAVA, "java");
    analyse(editor);
    replace(editor, "exec(command);", "exec(command); count++;");
    const { analysis, walked } = analyse(editor);
    assert.ok(walked <= 3, `${walked} steps`);
    await sameAsFresh(editor, analysis, "java");
  });

  it("walk those again that call what says something else now, and no others", async () => {
    const editor = await opened(JAVA, "java");
    analyse(editor);
    replace(editor, "exec(command);", `exec("ls");`);
    const { analysis, walked } = analyse(editor);
    assert.equal(analysis.findings.length, 3);
    assert.ok(walked >= FUNCTIONS / 4 && walked <= FUNCTIONS / 4 + 3, `${walked} steps`);
    await sameAsFresh(editor, analysis, "java");
  });

  it("walk all again where what stands around them changes", async () => {
    const editor = await opened(JAVA, "java");
    analyse(editor);
    replace(editor, "class Handlers", "class Others");
    const { analysis, walked } = analyse(editor);
    assert.ok(walked >= FUNCTIONS);
    await sameAsFresh(editor, analysis, "java");
  });

  it("walk those again that use a name of the file that gets another value, and no others", async () => {
    const users = Array.from(
      { length: FUNCTIONS },
      (_, i) => `function f${i}(req) {\n  exec("ls " + ${i < 3 ? "mode" : `"m"`} + req.query.name);\n}\n`,
    );
    const text = `const { exec } = require("child_process");\nlet mode = "a";\nfunction set() {\n  mode = "b";\n}\n${users.join("")}`;
    const editor = await opened(text, "javascript");
    const first = analyse(editor);
    assert.ok(first.walked >= FUNCTIONS, `${first.walked}`);
    replace(editor, `mode = "b"`, `mode = "other"`);
    const { analysis, walked } = analyse(editor);
    await sameAsFresh(editor, analysis, "javascript");
    // The function that writes it, the three that read it, and the statements of the file, at most.
    assert.ok(walked >= 1 && walked <= 7, `${walked} steps`);
  });

  for (const [where, front, back] of [
    ["a file", "", ""],
    ["a module that is a lambda", "(function () {\n", "})();\n"],
    ["a class", "", ""],
  ] as const) {
    it(`walk no function of ${where} again for a statement beside it`, async () => {
      const functions = Array.from({ length: 3 * FUNCTIONS }, (_, i) =>
        where === "a class"
          ? `  f${i}(req) {\n    exec("ls " + this.mode + req.query.name);\n  }\n`
          : `function f${i}(req) {\n  exec("ls " + mode + req.query.name);\n}\n`,
      );
      const isClass = where === "a class";
      const beside = isClass ? "  size = 1;\n" : `console.log("a");\n`;
      functions.splice(FUNCTIONS, 0, beside);
      const body = `${isClass ? "class A {\n  mode = 1;\n" : "let mode = 1;\n"}${functions.join("")}${isClass ? "}\n" : ""}`;
      const editor = await opened(`const { exec } = require("child_process");\n${front}${body}${back}`, "javascript");
      assert.ok(analyse(editor).walked >= 3 * FUNCTIONS);
      const counts: number[] = [];
      for (const [from, to] of [
        [beside, `${beside}${beside.replace("size", "count")}`],
        [beside, isClass ? "  size = 12;\n" : `console.log("a", 2);\n`],
        [isClass ? "  size = 12;\n" : `console.log("a", 2);\n`, ""],
        [functions[1]!, ""],
        [functions[2]!, `${functions[2]!}${functions[2]!.replace("f2", "other")}`],
      ] as const) {
        replace(editor, from, to);
        const { analysis, walked } = analyse(editor);
        await sameAsFresh(editor, analysis, "javascript");
        counts.push(walked);
      }
      assert.ok(
        counts.every((walked) => walked <= 6),
        counts.join(),
      );
    });
  }

  it("come to an end where fields are defined by each other", async () => {
    const fields = (file: string): string => `import java.io.File;
class A {
  static final String ONE = "ls " + B.TWO;
  void run(javax.servlet.http.HttpServletRequest request) throws Exception {
    Runtime.getRuntime().exec(ONE + ${file} + request.getParameter("name"));
  }
}
class B {
  static final String TWO = A.ONE + C.THREE;
}
class C {
  static final String THREE = B.TWO + A.ONE;
}
`;
    const editor = await opened(fields("B.TWO"), "java");
    assert.equal(analyse(editor).analysis.findings.length, 1);
    for (const [from, to] of [
      ["+ B.TWO +", "+ C.THREE +"],
      ["A.ONE + C.THREE", "C.THREE + A.ONE"],
      ['"ls "', '"cat "'],
    ] as const) {
      replace(editor, from, to);
      await sameAsFresh(editor, analyse(editor).analysis, "java");
    }
  });

  it("walk those again that use a field which is declared anew, and no others", async () => {
    const fields = JAVA.replace(
      "class Handlers extends HttpServlet {",
      `class Handlers extends HttpServlet {
  private String prefix = "ls ";
  private int size = 1;`,
    ).replace(`run3("ls " + name)`, `run3(this.prefix + name)`);
    const editor = await opened(fields, "java");
    const first = analyse(editor);
    assert.equal(first.analysis.findings.length, 4);
    const counts: number[] = [];
    for (const [from, to] of [
      ["size = 1", "count = 12"],
      [`prefix = "ls "`, `prefix = "cat "`],
      ["String prefix", "String prefixes"],
      ["String prefixes", "@Deprecated String prefix"],
    ] as const) {
      replace(editor, from, to);
      const { analysis, walked } = analyse(editor);
      counts.push(walked);
      await sameAsFresh(editor, analysis, "java");
    }
    assert.ok(
      counts.every((walked) => walked < FUNCTIONS / 2),
      counts.join(),
    );
  });

  it("walk few again once an error that took up much of the file is mended", async () => {
    const editor = await opened(JAVA, "java");
    analyse(editor);
    replace(editor, "class Handlers", "return ( class Handlers");
    assert.equal(analyse(editor).walked, 0);
    const broken = analyse(editor, true);
    assert.ok(broken.analysis.hasSyntaxErrors);
    replace(editor, "return ( class Handlers", "class Handlers");
    const { analysis, walked } = analyse(editor);
    await sameAsFresh(editor, analysis, "java");
    assert.ok(broken.walked >= FUNCTIONS / 2 && walked <= 4, `${broken.walked}, then ${walked} steps`);
  });

  it("walk a lambda of the file again that was edited, and no other", async () => {
    const handlers = Array.from(
      { length: FUNCTIONS },
      (_, index) =>
        `app.get("/${index}", (req, res) => {\n  const name = req.query.name;\n  exec("ls " + name);\n});\n`,
    );
    const editor = await opened(`const { exec } = require("child_process");\n${handlers.join("")}`, "javascript");
    assert.equal(analyse(editor).analysis.findings.length, FUNCTIONS);
    replace(editor, `exec("ls " + name);\n});\napp.get("/20"`, `exec("ls -l " + name);\n});\napp.get("/20"`);
    const { analysis, walked } = analyse(editor);
    // Two in each round of rules.
    assert.ok(walked <= 4, `${walked} steps`);
    await sameAsFresh(editor, analysis, "javascript");
  });

  it("walk a test of a suite again that was edited, and no other", async () => {
    const tests = Array.from(
      { length: FUNCTIONS },
      (_, index) =>
        `  it("lists ${index}", async (done) => {\n    const { exec } = require("child_process");\n    const made = await app.make("${index}", [1, 2, ${index}]);\n    assert.equal(made.name, "${index}");\n    app.get("/${index}", (req, res) => exec(prefix + req.query.name, done));\n  });\n`,
    );
    const suite = `const app = require("express")();\ndescribe("lists", () => {\n  const prefix = "ls ";\n${tests.join("")}});\n`;
    const editor = await opened(suite, "javascript");
    assert.equal(analyse(editor).analysis.findings.length, FUNCTIONS);
    replace(editor, `made.name, "20"`, `made.names, "20"`);
    const { analysis, walked } = analyse(editor);
    // Two in each round of rules.
    assert.ok(walked <= 4, `${walked} steps`);
    await sameAsFresh(editor, analysis, "javascript");
  });

  it("walk a lambda once where it is handed to what is not known, however deep it stands", async () => {
    const deep = 16;
    const text = `const { exec } = require("child_process");
app.get("/", (req) => ${"use(() => ".repeat(deep)}exec(req.query.name)${")".repeat(deep)});\n`;
    const { analysis } = analyse(await opened(text, "javascript"));
    assert.deepEqual(analysis.problems, []);
  });

  it("walk nothing where all that reaches a sink are literals, or taint is told apart and never begins", async () => {
    const functions = Array.from(
      { length: FUNCTIONS },
      (_, index) =>
        `function join${index}(base, name) {\n  const all = base + "/" + name;\n  return all.concat(String(name));\n}\n`,
    );
    const editor = await opened(
      `const fs = require("fs");\nconst os = require("os");\n${functions.join("")}`,
      "javascript",
    );
    const quiet = analyse(editor).walked;
    assert.ok(quiet < FUNCTIONS, `${quiet} steps`);
    replace(editor, `require("os")`, "require(process.argv[2])");
    await sameAsFresh(editor, analyse(editor).analysis, "javascript");
  });

  it("walk nothing where no source gives the label that every sink asks for", async () => {
    const functions = Array.from(
      { length: FUNCTIONS },
      (_, index) => `def load${index}(data):\n    raw = bytes(data)\n    return pickle.loads(raw)\n`,
    );
    const editor = await opened(`import base64\nimport pickle\n${functions.join("")}`, "python");
    const quiet = analyse(editor).walked;
    assert.ok(quiet < FUNCTIONS, `${quiet} steps`);
    replace(editor, "raw = bytes(data)", "raw = base64.b64decode(data)");
    const { analysis } = analyse(editor);
    assert.equal(analysis.findings.length, 1);
    await sameAsFresh(editor, analysis, "python");
  });
});
