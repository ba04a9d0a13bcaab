import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Installation, type Run, Tree } from "./installed";

/** Rules of a user's own, so that no built-in rule's change changes these tests. */
const RULES = `rules:
  - id: own.eval
    message: Do not eval $X.
    severity: ERROR
    languages: [javascript, typescript]
    pattern: eval($X)
    fix: JSON.parse($X)
    metadata: { cwe: ["CWE-95: Eval Injection"], owasp: ["A03:2021 - Injection"], confidence: HIGH }
  - id: own.hint
    message: Look at this.
    severity: INFO
    languages: [python]
    pattern: hint(...)
    metadata: { category: security, subcategory: [audit] }
`;

interface JsonFinding {
  readonly ruleId: string;
  readonly path: string;
  readonly severity: string;
  readonly start: { readonly line: number };
  readonly suppression?: { readonly by: string; readonly reason?: string };
}

describe("caveat scan", () => {
  let caveat: Installation;
  let tree: Tree;

  before(async () => {
    caveat = await Installation.make();
  });
  after(() => caveat.remove());
  afterEach(() => tree.remove());

  const scan = (...args: string[]): Promise<Run> => caveat.run(tree.folder, "scan", "-c", "rules.yml", ...args);
  /** `path:line rule`, of findings that are not suppressed, and the exit status. */
  const found = async (...args: string[]): Promise<[number, string[]]> => {
    const { status, stdout, stderr } = await scan("--format", "json", ...args);
    assert.notEqual(stdout, "", stderr);
    const { findings } = JSON.parse(stdout) as { findings: JsonFinding[] };
    const shown = findings.filter(({ suppression }) => suppression === undefined);
    return [status, shown.map(({ path, start, ruleId }) => `${path}:${start.line} ${ruleId}`)];
  };

  it("exits with 0 when nothing is found and with 1 when something is", async () => {
    tree = new Tree({
      "rules.yml": RULES,
      "good.js": "parse(x);\n",
      "bad/a.js": "\neval(x);\n",
      "bad/b.ts": "eval(y as string);\n",
    });
    assert.deepEqual(await found("good.js"), [0, []]);
    assert.deepEqual(await found("."), [1, ["bad/a.js:2 own.eval", "bad/b.ts:1 own.eval"]]);
    const { stdout, stderr } = await scan("bad/a.js");
    assert.match(
      stdout,
      /^bad\/a\.js:2:1: error \(high\): Do not eval x\. \[own\.eval\]\n {4}1 \|\n {2}> 2 \| eval\(x\);\n {6}\| \^{7}\n/,
    );
    assert.match(stdout, /\n1 finding \(1 high\); 1 file scanned with 2 rules in \d+\.\d s\.\n$/);
    assert.equal(stderr, "");
  });

  it("finds the same with one thread and with several", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`f${index}.js`, `${"\n".repeat(index)}eval(x);\n`]),
    );
    tree = new Tree({ "rules.yml": RULES, ...files });
    const one = await found("--jobs", "1", ".");
    assert.equal(one[1].length, 40);
    assert.deepEqual(await found("--jobs", "4", "."), one);
  });

  it("goes on past what cannot be read, says it in one line each, and exits with 2", async () => {
    tree = new Tree({ "rules.yml": RULES, "a.js": "eval(x);\n" });
    const { status, stdout, stderr } = await scan("missing", "a.js", "gone.js");
    assert.equal(status, 2);
    assert.match(stdout, /own\.eval/);
    assert.deepEqual(stderr.trim().split("\n"), [
      "caveat: missing: There is no such file or folder.",
      "caveat: gone.js: There is no such file or folder.",
    ]);
  });

  it("runs a good rule that shares its id with a bad one", async () => {
    const bad = "  - {id: own.eval, message: m, severity: INFO, languages: [js], pattern: 'foo(('}\n";
    tree = new Tree({ "rules.yml": RULES + bad, "a.js": "eval(x);\n" });
    const { status, stdout, stderr } = await scan("a.js");
    assert.equal(status, 2);
    assert.match(stdout, /own\.eval/);
    assert.match(stderr, /rules\.yml:15:.*foo\(\(/);
  });

  it("runs the good rules beside bad ones, and says what is wrong with these and where", async () => {
    const bad = (id: string, rest: string) => `  - {id: ${id}, message: m, severity: INFO, languages: [js], ${rest}}\n`;
    tree = new Tree({
      "rules.yml": `${RULES}${bad("own.eval", "pattern: a")}${bad("bad.pattern", 'pattern: "foo(("')}${bad("bad.operator", "patern: a")}`,
      "broken.yml": "rules: [",
      "a.js": "eval(x);\n",
    });
    const { status, stdout, stderr } = await scan("-c", "broken.yml", "-c", "nowhere.yml", "a.js");
    assert.equal(status, 2);
    assert.match(stdout, /1 finding/);
    const lines = stderr.trim().split("\n");
    assert.equal(lines.length, 5, stderr);
    assert.match(stderr, /^caveat: rules\.yml:15:\d+: .*\(rule own\.eval\)$/m);
    assert.match(stderr, /^caveat: rules\.yml(?::16:\d+)?: .*\(rule bad\.pattern\)$/m);
    assert.match(stderr, /^caveat: rules\.yml:17:\d+: .*\(rule bad\.operator\)$/m);
    assert.match(stderr, /^caveat: broken\.yml:1:\d+: /m);
    assert.match(stderr, /^caveat: nowhere\.yml: There is no such file or folder\.$/m);
  });

  it("takes a folder of rules, and leaves its other files alone", async () => {
    tree = new Tree({
      "r/rules.yml": RULES,
      "r/rules.test.yaml": "a: [",
      "r/ci.yml": "jobs: 1",
      "r/eval.js": "eval(1)",
      "a.js": "eval(x);\n",
    });
    const { status, stderr } = await caveat.run(tree.folder, "scan", "--config", "r", "a.js");
    assert.deepEqual([status, stderr], [1, ""]);
  });

  it("skips what is ignored, binary, minified or generated, and counts it", async () => {
    tree = new Tree({
      "rules.yml": RULES,
      ".gitignore": "ignored.js\nrules.yml\n",
      "ignored.js": "eval(x)",
      "binary.js": new Uint8Array([101, 0, 1, 2]),
      "a.min.js": "eval(x)",
      "generated.js": "// @generated\neval(x)",
      "node_modules/m/index.js": "eval(x)",
      "picture.png": new Uint8Array([1, 2, 3]),
      "a.js": "eval(x)",
    });
    const { stdout } = await scan("--format", "json", ".");
    const { findings, summary } = JSON.parse(stdout);
    assert.deepEqual(
      findings.map(({ path }: JsonFinding) => path),
      ["a.js"],
    );
    assert.equal(summary.filesScanned, 1);
    assert.deepEqual(summary.filesSkipped, {
      unchanged: 0,
      excluded: 0,
      "without rules": 2,
      ignored: 3,
      binary: 1,
      minified: 1,
      generated: 1,
    });
    assert.deepEqual(await found("a.min.js", "ignored.js", "node_modules/m"), [
      1,
      ["a.min.js:1 own.eval", "ignored.js:1 own.eval", "node_modules/m/index.js:1 own.eval"],
    ]);
  });

  it("includes and excludes", async () => {
    tree = new Tree({ "rules.yml": RULES, "src/a.js": "eval(x)", "src/b.test.js": "eval(x)", "lib/c.js": "eval(x)" });
    assert.deepEqual((await found("--exclude", "*.test.js", "--exclude", "lib", "."))[1], ["src/a.js:1 own.eval"]);
    assert.deepEqual((await found("--include", "lib", "."))[1], ["lib/c.js:1 own.eval"]);
  });

  it("fails on the severity that it is told, and shows only what it is told", async () => {
    tree = new Tree({ "rules.yml": RULES, "a.py": "hint(x)\n", "a.js": "eval(x)\n" });
    assert.deepEqual(await found("a.py"), [1, ["a.py:1 own.hint"]]);
    assert.deepEqual(await found("--fail-on", "high", "a.py"), [0, ["a.py:1 own.hint"]]);
    assert.deepEqual(await found("--fail-on", "high", "a.js"), [1, ["a.js:1 own.eval"]]);
    assert.deepEqual(await found("--severity", "medium", "."), [1, ["a.js:1 own.eval"]]);
    assert.deepEqual(await found("--profile", "recommended", "a.py"), [0, []]);
  });

  it("obeys .caveat.yml, the nearest first, and reports its mistakes", async () => {
    tree = new Tree({
      "rules.yml": RULES,
      ".caveat.yml":
        "fail-on: high\nexclude: [gen]\nsuppressions:\n  - {rule: own.hint, reason: known, paths: [old]}\n",
      "sub/.caveat.yml": "rules: {own.eval: low}\n",
      "off/.caveat.yml": "rules: {own.*: off}\n",
      "gen/a.js": "eval(x)",
      "sub/a.js": "eval(x)",
      "off/a.js": "eval(x)",
      "old/a.py": "hint(x)",
    });
    assert.deepEqual(await found("."), [0, ["sub/a.js:1 own.eval"]]);
    const { findings } = JSON.parse((await scan("--format", "json", "old")).stdout);
    assert.deepEqual(findings[0].suppression, { by: "configuration", reason: "known" });
    tree.write("sub/.caveat.yml", "profile: audit\nrulez: {}\n");
    const { status, stdout, stderr } = await scan("sub");
    assert.equal(status, 2);
    assert.match(stdout, /own\.eval/);
    assert.match(stderr, /^caveat: sub\/\.caveat\.yml:2:1: Unknown key “rulez”; [^\n]*\n$/);
  });

  it("notes rules that a configuration names and nobody knows", async () => {
    tree = new Tree({
      ".semgrep.yml": RULES,
      ".caveat.yml": "rules:\n  own.eval: off\n  own.evil: off\n",
      "a.js": "eval(x)",
    });
    const { status, stderr } = await caveat.run(tree.folder, "scan", "a.js");
    assert.deepEqual([status, stderr], [0, "caveat: .caveat.yml:3:3: There is no rule own.evil.\n"]);
  });

  it("finds the same from another folder", async () => {
    tree = new Tree({
      "rules.yml": RULES,
      ".caveat.yml": "exclude: [/gen]\n",
      ".git/HEAD": "",
      "s/a.js": "eval(x)",
      "gen/b.js": "eval(x)",
    });
    const { stdout } = await caveat.run(join(tree.folder, "s"), "scan", "-c", "../rules.yml", "--format", "json", "..");
    assert.deepEqual(
      JSON.parse(stdout).findings.map(({ path }: JsonFinding) => path),
      ["a.js"],
    );
  });

  it("honours suppressions, and reports those that do nothing", async () => {
    tree = new Tree({
      "rules.yml": RULES,
      "a.js":
        "eval(x); // caveat-ignore own.eval(trusted input)\n// caveat-ignore own.eval(gone)\nf();\neval(y); // caveat-ignore own.eval\neval(z); // nosemgrep: eval\n",
    });
    assert.deepEqual(await found("a.js"), [
      1,
      ["a.js:2 caveat.suppression-unused", "a.js:4 own.eval", "a.js:4 caveat.suppression-without-reason"],
    ]);
  });

  it("keeps a baseline", async () => {
    tree = new Tree({ "rules.yml": RULES, "a.js": "eval(x);\n" });
    const missing = await scan("--baseline", "base.json", "a.js");
    assert.equal(missing.status, 2);
    assert.match(
      missing.stderr,
      /^caveat: base\.json: There is no such file or folder\. \(--update-baseline writes one\.\)\n$/,
    );
    assert.equal((await scan("--baseline", "base.json", "--update-baseline", "a.js")).status, 0);
    tree.write("a.js", "first();\n\neval( x );\n");
    assert.deepEqual(await found("--baseline", "base.json", "a.js"), [0, []]);
    tree.write("a.js", "eval(x);\neval(x);\n");
    assert.deepEqual(await found("--baseline", "base.json", "a.js"), [1, ["a.js:2 own.eval"]]);
    tree.write("base.json", "{}");
    assert.equal((await scan("--baseline", "base.json", "a.js")).status, 2);
  });

  it("scans only what git knows to have changed", async () => {
    tree = new Tree({ "rules.yml": RULES, "old.js": "eval(x);\n" });
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.org", ...args], {
        cwd: tree.folder,
        stdio: "pipe",
      });
    git("init", "-q");
    git("add", ".");
    git("commit", "-q", "-m", "first");
    tree.write("new.js", "eval(x);\n");
    assert.deepEqual((await found("--changed", "."))[1], ["new.js:1 own.eval"]);
    const { status, stderr } = await scan("--changed=nowhere", ".");
    assert.deepEqual(
      [status, stderr],
      [2, "caveat: --changed cannot tell what changed: git does not know “nowhere”. (See caveat --help.)\n"],
    );
  });

  it("applies fixes, keeping line ends and byte order mark, and reports what is left", async () => {
    tree = new Tree({ "rules.yml": RULES, "a.js": "\ufeffeval(x);\r\nf(eval(y));\r\n", "b.js": "f();\n" });
    const { status, stdout, stderr } = await scan("--autofix", ".");
    assert.equal(tree.read("a.js"), "\ufeffJSON.parse(x);\r\nf(JSON.parse(y));\r\n");
    assert.equal(tree.read("b.js"), "f();\n");
    assert.match(stdout, /^0 findings; /);
    assert.deepEqual([status, stderr], [0, "caveat: a.js: 2 fixes applied\n"]);
  });

  it("applies unproved fixes of the user's rules too and says so, but not with --proved", async () => {
    const rule =
      "rules:\n  - {id: own.twice, message: m, severity: INFO, languages: [js], pattern: once($X), fix: 'once(once($X))'}\n";
    tree = new Tree({ "rules.yml": rule, "a.js": "once(1);\n" });
    assert.equal((await scan("--autofix", "--proved", ".")).status, 1);
    assert.equal(tree.read("a.js"), "once(1);\n");
    const { stderr } = await scan("--autofix", ".");
    assert.equal(tree.read("a.js"), "once(once(1));\n");
    assert.match(stderr, /^caveat: a\.js: 1 fix applied; fixes of own\.twice are not proved\n$/);
  });

  it("takes away a suppression that does nothing, and leaves one without a reason to a person", async () => {
    const text = "f(); // caveat-ignore own.eval\n";
    tree = new Tree({ "rules.yml": RULES, "a.js": `${text}g(); // caveat-ignore own.eval(gone)\n` });
    assert.deepEqual(await found("--autofix", "a.js"), [1, ["a.js:1 caveat.suppression-without-reason"]]);
    assert.equal(tree.read("a.js"), `${text}g();\n`);
  });

  it("leaves a file whose encoding it could not keep", async () => {
    const latin = Buffer.from("eval(x); // caf\xe9\n", "latin1");
    tree = new Tree({ "rules.yml": RULES, "a.js": latin });
    const { stdout } = await scan("--autofix", "a.js");
    assert.match(stdout, /own\.eval[\s\S]*a\.js: Its fixes are not applied: it is not in UTF-8\./);
    assert.equal(tree.read("a.js"), latin.toString("utf8"));
  });

  it("writes each format, to a file too", async () => {
    tree = new Tree({ "rules.yml": RULES, "a.js": "eval(x);\n" });
    assert.equal((await scan("-f", "sarif", "-o", "out.sarif", "a.js")).stdout, "");
    const sarif = JSON.parse(tree.read("out.sarif"));
    assert.equal(sarif.runs[0].results[0].ruleId, "own.eval");
    assert.deepEqual(sarif.runs[0].tool.driver.rules[0].properties.tags, [
      "security",
      "external/cwe/cwe-095",
      "external/owasp/a03:2021",
    ]);
    assert.match((await scan("-f", "github", "a.js")).stdout, /^::error file=a\.js,line=1,/);
    assert.match((await scan("-f", "html", "a.js")).stdout, /^<!doctype html>[\s\S]*<mark>eval\(x\)<\/mark>/);
    const { status, stderr } = await scan("-o", "no/such/out.txt", "a.js");
    assert.deepEqual(
      [status, stderr],
      [2, "caveat: The report cannot be written to no/such/out.txt: There is no such file or folder.\n"],
    );
  });

  it("says what is wrong with the arguments", async () => {
    tree = new Tree({});
    for (const args of [["scan"], ["scan", "--format", "xml", "."], ["scna"]]) {
      const { status, stdout, stderr } = await caveat.run(tree.folder, ...args);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, /^caveat: [^\n]+ \(See caveat --help\.\)\n$/);
    }
    const help = await caveat.run(tree.folder, "--help");
    assert.deepEqual([help.status, help.stderr], [0, ""]);
    assert.match(help.stdout, /caveat scan \[OPTIONS\] PATH/);
    assert.match((await caveat.run(tree.folder, "version")).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it("says when a grammar is missing or damaged, and loses no other file's findings", async () => {
    const damaged = caveat.copy();
    try {
      const rules = RULES.replace("subcategory: [audit]", "subcategory: [vuln]");
      tree = new Tree({ ".semgrep.yml": rules, "a.js": "eval(x);\n", "b.py": "hint(x)\n" });
      for (const damage of [
        () => writeFileSync(join(damaged.folder, "grammars/tree-sitter-python.wasm"), "no grammar"),
        () => rmSync(join(damaged.folder, "grammars/tree-sitter-python.wasm")),
      ]) {
        damage();
        const { status, stdout, stderr } = await damaged.run(tree.folder, "scan", ".");
        assert.equal(status, 2);
        assert.match(stdout, /^a\.js:1:1: .*\[own\.eval\]$/m);
        assert.match(stderr, /tree-sitter-python\.wasm/);
      }
    } finally {
      damaged.remove();
    }
  });

  it("keeps a page's own findings when the grammar of its scripts is missing", async () => {
    const damaged = caveat.copy();
    try {
      const rules = `rules:
  - {id: marquee, languages: [html], message: m, severity: ERROR, pattern: <marquee>...</marquee>, metadata: {category: security, subcategory: [vuln]}}
`;
      tree = new Tree({ ".semgrep.yml": rules, "a.html": "<marquee>a</marquee>\n<script>\neval(x)\n</script>\n" });
      rmSync(join(damaged.folder, "grammars/tree-sitter-javascript.wasm"));
      const { status, stdout, stderr } = await damaged.run(tree.folder, "scan", ".");
      assert.equal(status, 2);
      assert.match(stdout, /^a\.html:1:1: .*\[marquee\]$/m);
      assert.match(stderr, /tree-sitter-javascript\.wasm/);
    } finally {
      damaged.remove();
    }
  });
});
