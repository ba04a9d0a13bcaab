import assert from "node:assert/strict";
import { loweringOf } from "../../../src/engine/languages/language";
import { python } from "../../../src/engine/languages/python";
import { compilePattern } from "../../../src/engine/patterns/compile";
import type { Grammar, Interner } from "../../../src/engine/syntax";
import { Kind, Role } from "../../../src/engine/tree/kinds";
import { childIn, childrenIn, type Tree } from "../../../src/engine/tree/tree";
import { grammar, pythonFile } from "../syntax/support";
import { kindText, print } from "../tree/print";
import { EXPRESSIONS, PARTIAL, RANGES, STAND_INS, STATEMENTS } from "./python-cases";

interface Lowered {
  readonly text: string;
  readonly tree: Tree;
  readonly interner: Interner;
}

let loaded: Grammar;
before(async () => {
  loaded = await grammar("python");
});

function lower(text: string, errors = false): Lowered {
  const parsed = loaded.parse(text);
  assert.equal(parsed.table.hasError, errors, `errors in ${text}`);
  return { text, tree: loweringOf(python, loaded).lower(parsed), interner: parsed.interner };
}

const statements = ({ tree, interner }: Lowered): string[] =>
  childrenIn(tree, 0).map((row) => print(tree, interner, row));

/** Source texts of all rows of a kind, in preorder. */
function ranges(code: string, kind: Kind): string[] {
  const { text, tree } = lower(code);
  const found: string[] = [];
  for (let row = 0; row < tree.length; row++) {
    if (tree.kind[row] === kind) found.push(text.slice(tree.start[row], tree.end[row]));
  }
  return found;
}

/** Named kinds that no row of a tree has: supertypes, and rules that are always an alias or inlined. */
const NEVER_A_ROW = new Set([
  "expression",
  "parameter",
  "pattern",
  "primary_expression",
  "lambda_within_for_in_clause",
]);

const LIBRARY =
  "argparse ast asyncio/base_events base64 bdb calendar cmd codecs collections/__init__ compileall configparser contextlib copy csv dataclasses datetime decimal difflib dis doctest email/message enum fileinput fractions ftplib functools getopt glob gzip hashlib heapq http/client inspect ipaddress json/encoder logging/__init__ mailbox mimetypes numbers optparse os pathlib pdb pickle platform plistlib pprint random sched shutil smtplib socket ssl statistics string subprocess tarfile tempfile textwrap threading timeit token trace traceback turtle types typing unittest/case urllib/parse uuid warnings weakref";

/** One line of a test's title. */
const line = (code: string): string => code.replaceAll("\n", "⏎");

describe("Python", () => {
  for (const [code, expected] of EXPRESSIONS) {
    it(`expression ${line(code)}`, () => {
      assert.deepEqual(statements(lower(code)), [`(ExpressionStatement value:${expected})`]);
    });
  }

  for (const [code, ...expected] of STATEMENTS) {
    it(`statement ${line(code)}`, () => assert.deepEqual(statements(lower(code)), expected));
  }

  for (const [code, kind, ...expected] of RANGES) {
    it(`ranges of ${Kind[kind]} in ${line(code)}`, () => assert.deepEqual(ranges(code, kind), expected));
  }

  for (const code of STAND_INS) {
    it(`stand-ins in ${line(code)}`, () => {
      const { tree, interner } = lower(code);
      const leaves: string[] = [];
      for (let row = 0; row < tree.length; row++) {
        const text = interner.text(tree.atom[row]!);
        if (text.includes("ꓘ")) leaves.push(tree.size[row] === 1 ? text : `not a leaf: ${text}`);
      }
      assert.deepEqual(leaves.sort(), [...code.matchAll(/ꓘ+\w*/g)].map(([text]) => text).sort());
    });
  }

  for (const [pattern, kind] of PARTIAL) {
    it(`pattern ${line(pattern)}`, () => {
      const { shape } = compilePattern(pattern, python, loaded);
      assert.ok(shape.type === "node");
      assert.equal(kindText(shape.root.kind), Kind[kind]);
    });
  }

  it("keeps the children of a class in the class, and what else a line has", () => {
    const { tree, interner } = lower("class A:\n  b = 1; c = 2\n  # d\n  pass");
    const members = childrenIn(tree, childIn(tree, 0, Role.Statement), Role.Member);
    assert.deepEqual(
      members.map((row) => print(tree, interner, row)),
      [
        "(ExpressionStatement value:(Assign target:(Identifier b) value:(Number 1)))",
        "(ExpressionStatement value:(Assign target:(Identifier c) value:(Number 2)))",
        "(Empty)",
      ],
    );
  });

  it("keeps what surrounds an error", () => {
    const printed = statements(lower("a(1)\nb = = c(2)\nd(3)\n", true)).join("\n");
    for (const call of ["(Call callee:(Identifier a)", "(Call callee:(Identifier c)", "(Call callee:(Identifier d)"]) {
      assert.ok(printed.includes(call), printed);
    }
  });

  it("survives deep nesting", () => {
    const { tree } = lower(`x = ${"(".repeat(400)}a${")".repeat(400)}`);
    assert.equal(tree.kind[tree.length - 1], Kind.Identifier);
    const sum = lower(Array.from({ length: 3000 }, (_, i) => `a${i}`).join(" + "));
    assert.ok(sum.tree.length > 1500);
  });

  it("maps each named kind of the grammar", () => {
    const unmapped = loaded.kindNames.filter(
      (name, kind) => loaded.namedKind(name) === kind && !name.startsWith("_") && !(name in python.shapes),
    );
    assert.deepEqual(
      unmapped.filter((name) => !NEVER_A_ROW.has(name)),
      [],
    );
  });

  for (const name of LIBRARY.split(" ")) {
    it(`lowers the standard library's ${name}`, () => {
      const { text, tree } = lower(pythonFile(`${name}.py`));
      for (let row = 1; row < tree.length; row++) {
        const parent = tree.parent[row]!;
        const where = `${kindText(tree.kind[row]!)} ${text.slice(tree.start[row], tree.end[row]).slice(0, 60)}`;
        assert.ok(tree.kind[row]! < Kind.Other || kindText(tree.kind[row]!) === "<ellipsis>", where);
        assert.notEqual(tree.kind[row], Kind.Error, where);
        assert.notEqual(tree.role[row], Role.None, where);
        assert.ok(tree.start[row]! >= tree.start[parent]! && tree.end[row]! <= tree.end[parent]!, where);
      }
    });
  }
});
