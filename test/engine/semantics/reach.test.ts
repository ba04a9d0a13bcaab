// How far an edit reaches: functions by their names, or everything.
import assert from "node:assert/strict";
import { go } from "../../../src/engine/languages/go";
import { javascript } from "../../../src/engine/languages/javascript";
import { type Language, loweringOf } from "../../../src/engine/languages/language";
import { python } from "../../../src/engine/languages/python";
import { Semantics } from "../../../src/engine/semantics";
import { TreeChange } from "../../../src/engine/tree/change";
import { Kind, Role } from "../../../src/engine/tree/kinds";
import { childIn } from "../../../src/engine/tree/tree";
import { grammarOf } from "./support";

/** An edit of a text that holds `from` once, and the names of the functions that it reaches; `-` for a lambda. */
async function reached(language: Language, text: string, from: string, to: string) {
  const start = text.indexOf(from);
  assert.ok(start >= 0 && text.indexOf(from, start + 1) < 0, `${from} does not stand there once`);
  const grammar = await grammarOf(language);
  const first = grammar.parse(text);
  const second = grammar.parse(
    text.replace(from, () => to),
    { interner: first.interner },
  );
  const [before, after] = [first, second].map((parsed) => {
    const tree = loweringOf(language, grammar).lower(parsed);
    return { tree, text: parsed.text, semantics: new Semantics(tree, parsed.interner, language) };
  }) as [Side, Side];
  const change = new TreeChange(before, after);
  const result = after.semantics.reachOf(change, before.semantics);
  const { tree } = after;
  const names = result?.areas.map(({ from, to }) => {
    const name = from < to ? childIn(tree, from, Role.Name) : -1;
    if (from === to) return "{}";
    if (tree.kind[from] === Kind.Function) return after.text.slice(tree.start[name]!, tree.end[name]!);
    const [line] = after.text.slice(tree.start[from]!, tree.end[from]!).split("\n");
    return `{${line}}`;
  });
  return { names: names?.join(" ") ?? "all", keepsValues: result?.keepsValues, change };
}

interface Side {
  readonly tree: TreeChange["after"]["tree"];
  readonly text: string;
  readonly semantics: Semantics;
}

const SCRIPT = `
import os from "os";
const limit = 10;
let count = 1;
function one(a) {
  const own = 2;
  return use(own, limit, a);
}
function two(b) {
  use(count);
  return one(b);
}
function three(c) {
  use(count, c);
}
`;

describe("the reach of an edit", () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ["a value within a function", "own = 2", "own = 3", "one"],
    ["a new statement", "use(count);", "use(count);\n  more(b);", "two"],
    ["a parameter, which stands in the head, and who calls the function", "one(a)", "one(x)", "one two"],
    ["what stands outside functions, and who reads it", "limit = 10", "limit = 11", "{const limit = 11} one"],
    ["a new statement of the file", "let count = 1;", "let count = 1;\nlog(limit);", "{log(limit);}"],
    ["a statement that goes", "let count = 1;\n", "", "{} two three"],
    ["an import under another name", "import os from", "import of from", '{import of from "os"}'],
    ["what may leave the file's statements", "let count = 1;", "let count = 1;\nif (limit) throw count;", "all"],
    [
      "a write of a name that others read, too: they are not what they were",
      "use(own,",
      "count = own; use(own,",
      "{let count = 1} one two three",
    ],
    ["a function that ends elsewhere", "return use(own", "} { return use(own", "all"],
    ["a name that is declared anew and hides one", "use(count, c)", "const count = 3; use(count, c)", "three"],
    ["an undeclared name that is assigned", "use(count, c)", "use(count, c); later = 2", "three"],
  ];
  for (const [title, from, to, expected] of cases) {
    it(`${title}: ${expected}`, async () => {
      assert.equal((await reached(javascript, SCRIPT, from, to)).names, expected);
    });
  }

  it("goes to the functions that read what is written", async () => {
    const text =
      "function all() {\n  let n = 1;\n  const read = () => {\n    use(n);\n  };\n  const set = () => {\n    go();\n  };\n}\n";
    assert.equal((await reached(javascript, text, "go()", "go(1)")).names, "{const set = () => {}");
    assert.equal((await reached(javascript, text, "go()", "n = 2")).names, "all");
  });

  it("goes to a function of this name, which holds the functions within it", async () => {
    const text =
      "function around() {\n  let n = 1;\n  use(n);\n  function within() {\n    go();\n  }\n}\nfunction other() {}\n";
    assert.equal((await reached(javascript, text, "go()", "stop()")).names, "within");
    assert.equal((await reached(javascript, text, "go()", "n = 2")).names, "around");
  });

  it("stays in a function that is defined where others catch what is thrown", async () => {
    const text = "function around() {\n  try {\n    each(() => {\n      go();\n    });\n  } catch (e) {}\n}\n";
    assert.equal((await reached(javascript, text, "go()", "1")).names, "{each(() => {}");
  });

  it("knows constants of classes that methods set", async () => {
    const text = "class A {\n  k = 1;\n  set() {\n    go();\n  }\n  get() {\n    return this.k;\n  }\n}\n";
    assert.equal((await reached(javascript, text, "go()", "stop()")).names, "set");
    assert.equal((await reached(javascript, text, "go()", "this.k = 2")).names, "set get");
    assert.equal((await reached(javascript, text, "k = 1", "k = 2")).names, "{k = 2} get");
    assert.equal((await reached(javascript, text, "k = 1", "j = 1")).names, "{j = 1} get");
  });

  it("says whether names elsewhere stand for what holds the edit", async () => {
    const text = "const server = create(() => {\n  go();\n});\nfunction main() {\n  server.start();\n}\n";
    const lambda = await reached(javascript, text, "go()", "stop()");
    assert.deepEqual([lambda.names, lambda.keepsValues], ["{const server = create(() => {}", false]);
    const main = await reached(javascript, text, "start()", "stop()");
    assert.deepEqual([main.names, main.keepsValues], ["main", true]);
  });

  it("takes a class within a function for one that others may know, where fields are found by name", async () => {
    const text = "function make() {\n  class Inner {\n    x = 1;\n  }\n  go();\n}\n";
    assert.equal((await reached(javascript, text, "go()", "stop()")).names, "make");
    const struct = "package p\n\nfunc make() {\n\ttype inner struct{ x int }\n\tgo1()\n}\n";
    assert.equal((await reached(go, struct, "go1()", "stop()")).names, "all");
  });

  it("takes names that one statement declares together, though some of them go", async () => {
    const text = "var a = 1,\n    b = 2,\n    c = 3;\nfunction one() {\n  return c;\n}\nfunction two() {}\n";
    assert.equal((await reached(javascript, text, ",\n    c = 3", "")).names, "{var a = 1} one");
    assert.equal((await reached(javascript, text, "b = 2", "b = 4")).names, "{var a = 1} one");
  });

  it("is at home in Python, where blocks have no braces", async () => {
    const text = "import os\n\ndef one(a):\n    b = 1\n    return b\n\ndef two():\n    return one(2)\n";
    assert.equal((await reached(python, text, "b = 1", "b = 12")).names, "one");
    assert.equal((await reached(python, text, "    b = 1", "    c = 0\n    b = 1")).names, "one");
    assert.equal((await reached(python, text, "    return b", "return b")).names, "all");
    assert.equal((await reached(python, text, "b = 1", "global os; os = 1")).names, "{import os} one");
    assert.equal((await reached(python, text, "import os", "import os as o")).names, "{import os as o}");
  });
});

describe("what two trees have in common", () => {
  it("is all but the text where only blanks and comments changed", async () => {
    const { change } = await reached(javascript, SCRIPT, "return one(b)", "return  /* x */ one(b)");
    const { front, back, before, after } = change;
    assert.equal(front + back, before.tree.length);
    assert.equal(after.tree.length, before.tree.length);
    assert.equal(change.shift, " /* x */ ".length);
    for (let row = 0; row < front + back; row++) assert.equal(change.newRow(change.oldRow(row)), row);
  });

  it("is what stands before and behind, moved", async () => {
    const { change } = await reached(javascript, SCRIPT, "use(count);", "use(count, more, again);");
    const { before, after } = change;
    for (let row = 0; row < after.tree.length; row++) {
      const old = change.oldRow(row);
      if (old < 0) continue;
      assert.equal(before.tree.kind[old], after.tree.kind[row]);
      assert.equal(before.tree.atom[old], after.tree.atom[row]);
    }
    assert.equal(change.rowShift, 2);
    assert.equal(after.tree.length - change.front - change.back, 2);
  });
});
