import assert from "node:assert/strict";
import { Installation, Tree } from "./installed";

/** Flows of a user's own rule that leads from file to file, in the languages whose imports differ most. */
const RULES = `rules:
  - id: own.flow
    message: Data of a request is run.
    severity: ERROR
    languages: [javascript, typescript, python, java]
    mode: taint
    options: { interfile: true }
    pattern-sources: [{ pattern: input_of(...) }]
    pattern-sinks: [{ pattern: run(...) }]
    metadata: { cwe: ["CWE-78: OS Command Injection"], confidence: HIGH }
`;

const FILES = {
  "rules.yml": RULES,
  "py/app.py": "from lib import go\n\ndef handle(r):\n    go(input_of(r))\n    go('fixed')\n",
  "py/lib.py": "def go(command):\n    run(command)\n",
  "js/app.js": "const { go } = require('./lib');\nexports.handle = (r) => {\n  go(input_of(r));\n};\n",
  "js/lib.ts": "export function go(command: string) {\n  run(command);\n}\n",
  "java/App.java":
    'class App {\n  void handle(R r) {\n    new Lib().go(input_of(r));\n    new Lib().go("fixed");\n  }\n}\n',
  "java/Lib.java": "class Lib {\n  void go(String command) {\n    run(command);\n  }\n}\n",
};

const FOUND = ["java/App.java:3", "js/app.js:3", "py/app.py:4"];

describe("caveat scan: flows from file to file", () => {
  let caveat: Installation;
  let tree: Tree;

  before(async () => {
    caveat = await Installation.make();
  });
  after(() => caveat.remove());
  beforeEach(() => {
    tree = new Tree(FILES);
  });
  afterEach(() => tree.remove());

  const found = async (...args: string[]): Promise<string[]> => {
    const { stdout, stderr } = await caveat.run(tree.folder, "scan", "-c", "rules.yml", "--format", "json", ...args);
    assert.notEqual(stdout, "", stderr);
    const { findings } = JSON.parse(stdout) as { findings: { path: string; start: { line: number } }[] };
    return findings.map(({ path, start }) => `${path}:${start.line}`);
  };

  it("are found where the data is handed on, in whatever order and thread the files are scanned", async () => {
    assert.deepEqual(await found("--jobs", "1", "."), FOUND);
    assert.deepEqual(
      await found("--jobs", "1", "py/lib.py", "py/app.py", "js", "java/Lib.java", "java/App.java"),
      FOUND,
    );
    // A thread serves eight files at least.
    for (let index = 0; index < 40; index++) tree.write(`pad/f${index}.py`, "run('fixed')\n");
    assert.deepEqual(await found("--jobs", "4", "."), FOUND);
  });

  it("lead to scanned files alone", async () => {
    assert.deepEqual(await found("py/app.py", "java/App.java"), []);
  });
});
