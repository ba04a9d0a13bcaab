import assert from "node:assert/strict";
import { Installation, Tree } from "./installed";

const RULE = `rules:
  - id: own.eval
    message: m
    severity: ERROR
    languages: [python]
    pattern: eval($X)
    fix: parse($X)
    paths: { include: [elsewhere] }
`;

describe("caveat test", () => {
  let caveat: Installation;
  let tree: Tree;

  before(async () => {
    caveat = await Installation.make();
  });
  after(() => caveat.remove());
  afterEach(() => tree.remove());

  const test = async (...args: string[]) => {
    const { status, stdout, stderr } = await caveat.run(tree.folder, "test", ...args);
    return [status, stdout, stderr];
  };

  it("passes when everything is as annotated, whatever the rule's paths", async () => {
    tree = new Tree({
      ".gitignore": "*.py\n",
      "r/eval.yaml": RULE,
      "r/eval.py": "# ruleid: own.eval\neval(x)\n# ok: own.eval\nparse(x)\n# todook: own.eval\neval(y)\n",
      "r/eval.fixed.py": "# ruleid: own.eval\nparse(x)\n# ok: own.eval\nparse(x)\n# todook: own.eval\nparse(y)\n",
      "r/other.yaml": RULE.replace("own.eval", "own.other"),
    });
    assert.deepEqual(await test("r"), [
      0,
      "2 rule files, 1 target: 1 as expected, 0 missing, 0 noisy, 1 rule file without a target.\n",
      "",
    ]);
    assert.deepEqual((await test("r/eval.yaml"))[0], 0);
  });

  it("names missing and noisy lines, and a fix that makes another text", async () => {
    tree = new Tree({
      "eval.yaml": RULE,
      "eval.py": "# ruleid: own.eval\nparse(x)\n# ok: own.eval\neval(x)\n",
      "eval.fixed.py": "# ruleid: own.eval\nparse(x)\n# ok: own.eval\nparse( x )\n",
    });
    assert.deepEqual(await test("eval.yaml"), [
      1,
      "eval.py:2: Missing: own.eval\neval.py:4: Noisy: own.eval\neval.fixed.py:4: Different: fixes make another text\n1 rule file, 1 target: 0 as expected, 1 missing, 1 noisy, 1 fixed otherwise.\n",
      "",
    ]);
  });

  it("notes metavariables that nothing binds, which is no failure", async () => {
    tree = new Tree({
      "eval.yaml": RULE.replace("parse($X)", "parse($Y)"),
      "eval.py": "# ruleid: own.eval\neval(x)\n",
    });
    const [status, , noted] = await test("eval.yaml");
    assert.deepEqual(
      [status, noted],
      [0, "caveat: eval.yaml:7:16: Nothing binds `$Y`, so the fix shows it as it is written. (rule own.eval)\n"],
    );
  });

  it("exits with 2 when there is nothing to test or a rule is wrong", async () => {
    tree = new Tree({ "eval.yaml": RULE, "bad.yaml": "rules: [{id: a}]", "bad.py": "# ok: a\n" });
    assert.match(
      (await test("eval.yaml")).join("|"),
      /^2\|.*caveat: There is no annotated file beside the rules\.\n$/s,
    );
    assert.match((await test("bad.yaml")).join("|"), /^2\|.*caveat: bad\.yaml:1:\d+: .*\n$/s);
    assert.match((await test("none.yaml")).join("|"), /^2\|.*caveat: none\.yaml: There is no such file or folder\.\n/s);
  });
});

describe("caveat rules and explain", () => {
  let caveat: Installation;
  const tree = new Tree({});

  before(async () => {
    caveat = await Installation.make();
  });
  after(() => {
    caveat.remove();
    tree.remove();
  });

  it("list the built-in rules, for people and programs", async () => {
    const { rules } = JSON.parse((await caveat.run(tree.folder, "rules", "--format", "json")).stdout);
    const text = (await caveat.run(tree.folder, "rules")).stdout;
    assert.equal(text.trimEnd().split("\n").length, rules.length);
    const rule = rules.find(({ id }: { id: string }) => id === "javascript.eval-of-request");
    assert.deepEqual(rule.languages, ["javascript", "typescript"]);
    assert.match(text, /^javascript\.eval-of-request +\w+ +CWE-\d+ +\w.*$/m);
  });

  it("explain a rule with its examples", async () => {
    const { status, stdout } = await caveat.run(tree.folder, "explain", "javascript.eval-of-request");
    assert.equal(status, 0);
    for (const part of [
      /^# \w/,
      /`javascript\.eval-of-request` · /,
      /\n## Reported\n\n {4}\S/,
      /\n## Not reported\n/,
      /\n## References\n\n- https:/,
    ]) {
      assert.match(stdout, part);
    }
  });

  it("suggest a rule for an id that is none", async () => {
    const { status, stderr } = await caveat.run(tree.folder, "explain", "javascript.eval-of-reqest");
    assert.deepEqual(
      [status, stderr],
      [
        2,
        "caveat: There is no rule javascript.eval-of-reqest. Did you mean javascript.eval-of-request? (See caveat --help.)\n",
      ],
    );
  });

  it("explain which parts of a project's own rule match at a place, and which do not", async () => {
    const own = new Tree({
      ".semgrep.yml": RULE.replace("pattern: eval($X)", "patterns: [{pattern: eval($X)}, {pattern-not: eval(1)}]"),
      "elsewhere/app.py": "eval(1)\n  \neval(2)\n",
      "app.py": "eval(1)\n",
    });
    const explain = async (...args: string[]) => {
      const { status, stdout, stderr } = await caveat.run(own.folder, "explain", ...args);
      return [status, stdout, stderr];
    };
    assert.deepEqual(await explain("own.eval", "elsewhere/app.py:1"), [
      0,
      `own.eval reports nothing at elsewhere/app.py:1

  ✗ patterns
      Nothing here; 1 match elsewhere, the nearest at 3:1–8 with $X = 2.
    ✓ pattern: eval($X)
        Matches 1:1–8 with $X = 1.
    ✗ pattern-not: eval(1)
        Matches 1:1–8.
        It excludes everything that the parts above found here.
`,
      "",
    ]);
    const [, found] = await explain("own.eval", "elsewhere/app.py:3", "--config", ".semgrep.yml");
    assert.match(String(found), /^own\.eval reports something at elsewhere\/app\.py:3\n/);
    const [, excluded] = await explain("own.eval", "app.py:1");
    assert.match(String(excluded), /^own\.eval reports nothing .*\n\nThe rule's `paths` leave app\.py out\.\n/);
    assert.deepEqual(await explain("own.eval", "app.py:9"), [2, "", "caveat: app.py: It has no line 9, only 2.\n"]);
    assert.deepEqual((await explain("own.eval", "app.py"))[0], 2);
    own.write(".caveat.yml", "rules: { own.eval: off }\n");
    const [, off] = await explain("eval", "elsewhere/app.py:3");
    assert.match(String(off), /reports nothing .*\n\nThe configuration switches the rule off\.\n/);
    own.remove();
  });

  it("say when the built-in rules are damaged", async () => {
    const damaged = caveat.copy();
    try {
      const { writeFileSync } = await import("node:fs");
      writeFileSync(`${damaged.folder}/dist/rules.json`, "{");
      const { status, stderr } = await damaged.run(tree.folder, "rules");
      assert.equal(status, 2);
      assert.match(stderr, /^caveat: The built-in rules cannot be read from .*rules\.json: .*\n$/);
    } finally {
      damaged.remove();
    }
  });
});
