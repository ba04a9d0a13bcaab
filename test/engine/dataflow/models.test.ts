// What models of libraries say is what flows do: each kind of effect by itself, then the models that ship.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { inRoot } from "../../../src/dev/paths";
import { libraryModels } from "../../../src/dev/rules";
import { createAnalyzer } from "../../../src/engine/analyzer";
import { readModel } from "../../../src/engine/dataflow/model-reader";
import type { Effect, LibraryModel } from "../../../src/engine/dataflow/models";
import { languageNamed } from "../../../src/engine/languages";
import { loadRules } from "../../../src/engine/rules/loader";

const RULES = `rules:
  - id: flow
    message: It flows.
    severity: ERROR
    languages: [java, javascript, typescript, python]
    mode: taint
    options: { interfile: true, caveat_guards: [prefix, traversal, host] }
    pattern-sources: [{ pattern: source() }]
    pattern-sinks: [{ pattern: sink(...) }]
    pattern-sanitizers: [{ pattern: clean(...) }]
`;

/** Code of the lines with a sink that data reaches. */
async function reached(language: string, code: string, models: readonly LibraryModel[]): Promise<string[]> {
  const analyzer = await createAnalyzer({
    grammars: { load: (file) => readFile(inRoot("grammars", file)) },
    models,
    log: (message) => assert.fail(message),
  });
  await analyzer.ready(language);
  const { rules, errors } = loadRules(RULES, "rules.yml", { builtIn: true });
  assert.deepEqual(errors, []);
  analyzer.open({ uri: "x", languageId: language, text: code, version: 1 });
  const steps = analyzer.analyze("x", { rules: analyzer.ruleSet(rules), today: "2026-01-01", idle: true });
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    analyzer.dispose();
    assert.equal(step.value.hasSyntaxErrors, false, code);
    return step.value.findings.map(({ start, end }) => code.slice(start, end));
  }
}

/** A method `m` with an effect, what is done with it, and the sinks that data reaches. */
type Case = readonly [effect: Effect, code: string, reached: readonly string[]];

const EFFECTS: Readonly<Record<string, Case>> = {
  "nothing said": [{}, "sink(o.m(source()));", ["sink(o.m(source()))"]],
  "returns none": [{ returns: "none" }, "sink(o.m(source()));", []],
  "returns this": [{ returns: "this" }, "const a = source(); sink(a.m()); sink(o.m(source()));", ["sink(a.m())"]],
  "returns parts": [{ returns: [1] }, "sink(o.m(source(), 1)); sink(o.m(1, source()));", ["sink(o.m(1, source()))"]],
  "element by index": [
    { element: 0 },
    "const a = ['x', source()]; sink(a.m(0)); sink(a.m(1)); sink(a.m(i));",
    ["sink(a.m(1))", "sink(a.m(i))"],
  ],
  "element first": [
    { element: "first" },
    "sink(['x', source()].m()); sink([source(), 1].m());",
    ["sink([source(), 1].m())"],
  ],
  "element last": [
    { element: "last" },
    "sink(['x', source()].m()); sink([source(), 1].m());",
    ["sink(['x', source()].m())"],
  ],
  "element any": [{ element: "any" }, "sink(['x', source()].m()); sink(['x'].m());", ["sink(['x', source()].m())"]],
  elements: [{ elements: true }, "const a = ['x', source()]; const b = a.m(); sink(b[0]); sink(b[1]);", ["sink(b[1])"]],
  "elements as they came": [
    { elements: "kept" },
    "const a = ['x', source()]; const b = a.m(); sink(b[0]); sink(b[1]);",
    ["sink(b[1])"],
  ],
  "the first element": [
    { elements: "first" },
    "sink(['x', source()].m()[0]); sink([source(), 'x'].m()[0]);",
    ["sink([source(), 'x'].m()[0])"],
  ],
  "element, or what stands for it": [
    { element: 0, returns: [1] },
    "const a = ['x']; sink(a.m(0, source())); sink(a.m(1, source())); sink(a.m(i, source()));",
    ["sink(a.m(1, source()))", "sink(a.m(i, source()))"],
  ],
  append: [{ append: 0, returns: "none" }, "const a = ['x']; a.m(source()); sink(a[0]); sink(a[1]);", ["sink(a[1])"]],
  prepend: [{ prepend: 0, returns: "none" }, "const a = ['x']; a.m(source()); sink(a[0]); sink(a[1]);", ["sink(a[0])"]],
  put: [
    { put: [0, 1], returns: "none" },
    "const a = ['x', 'y']; a.m(1, source()); sink(a[0]); sink(a[1]);",
    ["sink(a[1])"],
  ],
  "put for want of another": [
    {
      calls: { argument: 2, given: ["held", 1], returns: "result" },
      put: [0, 2, 1],
      returns: "none",
    },
    "const a = ['x', 'y']; a.m(0, source(), (old, one) => old); a.m(1, source(), (old, one) => one); a.m(2, source(), (old, one) => old); sink(a[0]); sink(a[1]); sink(a[2]);",
    ["sink(a[1])", "sink(a[2])"],
  ],
  formats: [
    { formats: "percent" },
    "sink(o.m('%2$s', source(), 1)); sink(o.m('%s %.0s', 1, source())); sink(o.m('%s', source())); sink(o.m(t, source()));",
    ["sink(o.m('%s', source()))", "sink(o.m(t, source()))"],
  ],
  splits: [
    { splits: true },
    "const a = source(); if ('x|y'.m('\\\\|')[1] === 'y') { sink('x'); } else { sink(a); }",
    [],
  ],
  drops: [
    { drops: 0, returns: "none" },
    "const a = ['x', 'y']; const b = source(); a.m((e) => e === 'x'); if (a[0] === 'y') { sink('y'); } else { sink(b); }",
    [],
  ],
  insert: [
    { insert: [0, 1], returns: "none" },
    "const a = ['x', 'y']; a.m(1, source()); sink(a[0]); sink(a[1]); sink(a[2]);",
    ["sink(a[1])"],
  ],
  remove: [{ remove: "first" }, "const a = ['x', source()]; sink(a.m()); sink(a[0]);", ["sink(a[0])"]],
  clear: [{ clear: true, returns: "none" }, "const a = [source()]; a.m(); sink(a[0]);", []],
  addAll: [{ addAll: 0, returns: "none" }, "const a = []; sink(a[0]); a.m([source()]); sink(a[0]);", ["sink(a[0])"]],
  taints: [
    { taints: { from: [0], to: 1 }, returns: "none" },
    "const a = {}; o.m('x', a); sink(a); o.m(source(), a); sink(a.b);",
    ["sink(a.b)"],
  ],
  builds: [{ builds: 0, returns: "this" }, "const a = make(); a.m('x'); sink(a); a.m(source()); sink(a);", ["sink(a)"]],
  calls: [
    { calls: { argument: 0, given: ["element"], returns: "elements" } },
    "const a = ['x', source()]; sink(a.m((x) => x)[0]); sink(a.m((x) => 'y')[0]);",
    ["sink(a.m((x) => x)[0])"],
  ],
  "calls, for all as one": [
    { calls: { argument: 0, given: ["element", "element"], returns: "folded" } },
    "const a = ['x', source()]; sink(a.m((x, y) => x)[0]); sink(a.m((x, y) => y)[0]);",
    ["sink(a.m((x, y) => y)[0])"],
  ],
  "calls for an element": [
    { calls: { argument: 0, given: ["element"] }, element: "any" },
    "const a = ['x', source()]; sink(a.m((x) => true));",
    ["sink(a.m((x) => true))"],
  ],
  "calls, for what passes": [
    { calls: { argument: 0, given: ["element"], returns: "passing" } },
    "const a = [source()]; sink(a.m((x) => x === 'y')[0]); sink(a.m((x) => x !== 'y')[0]);",
    ["sink(a.m((x) => x !== 'y')[0])"],
  ],
  of: [
    { of: 0, element: "first" },
    "sink(o.m(['x', source()])); sink(o.m([source(), 'x']));",
    ["sink(o.m([source(), 'x']))"],
  ],
  folds: [
    { folds: "upper", returns: ["this"] },
    "const a = source(); if ('a'.m() === 'A') { sink('x'); } else { sink(a); }",
    [],
  ],
  undoes: [{ undoes: 0 }, "sink(o.m(clean(source()))); sink(o.m(clean('x')));", ["sink(o.m(clean(source())))"]],
  leaves: [{ leaves: true, returns: "none" }, "const a = source(); o.m(); sink(a);", []],
  type: [{ type: "T", returns: "none" }, "class T { n() { return source(); } } sink(o.m().n());", ["sink(o.m().n())"]],
  "checks membership": [
    { returns: "none", checks: { kind: "membership", value: 0, against: "this" } },
    "const a = source(); if (['x', 'y'].m(a)) { sink(a); } sink(a + '');",
    ["sink(a + '')"],
  ],
  "checks a number": [
    { returns: "none", checks: { kind: "number", value: 0 } },
    "const a = source(); if (!o.m(a)) { sink(a); } else { sink(a + ''); }",
    ["sink(a)"],
  ],
  "checks always": [
    { returns: "none", checks: { kind: "number", value: 0, always: true } },
    "const a = source(); sink(a); o.m(a); sink(a + '');",
    ["sink(a)"],
  ],
};

/** Programs over what ships: sinks that data reaches are written `sink(bad…`, others `sink(good…`. */
const SHIPPED: Readonly<Record<string, readonly string[]>> = {
  javascript: [
    "const m = new Map(); m.set('a', source()); m.set('b', 1); const bad = m.get('a'), good = m.get('b'); sink(bad); sink(good);",
    "const [bad, good] = [source(), 1].slice(0); sink(bad);",
    "const good = Number.parseInt(source(), 10); sink(good); const bad = 'a' + source(); sink(bad);",
    "const bad = [source()].map(unknown.f)[0]; sink(bad);",
    "const bad = ['x', source()].find((x) => x); sink(bad);",
    "const good = crypto.createHash('sha256').update(source()).digest('hex'); sink(good);",
    "const bad = {}; Object.assign(bad, { a: source() }); sink(bad.a);",
    "Promise.resolve(source()).then((bad) => { sink(bad); });",
    "const bad = source().match(/x/); sink(bad);",
    "const good = new Date(source()); sink(good);",
    "const a = [source(), 'x']; const good = Array.from(a)[1]; sink(good); const bad = Array.from(a)[0]; sink(bad);",
  ],
  python: [
    "bad = [source(), 'x']\ngood = list(bad)[1]\nsink(good)\nsink(bad[0])\n",
    "good = int(source())\nsink(good)\n",
    "import hashlib\ngood = hashlib.sha256(source()).hexdigest()\nsink(good)\n",
    "bad = list(map(lambda x: x.strip(), [source()]))\nsink(bad[0])\n",
    "import copy\nbad = copy.deepcopy({'a': source()})\nsink(bad['a'])\n",
    "import re\nshape = re.compile('[a-z]+')\ngood = source()\nif shape.fullmatch(good):\n    sink(good)\n",
    "import re\nshape = re.compile('.*x.*')\nbad = source()\nif shape.search(bad):\n    sink(bad)\n",
    "import uuid\ngood = source()\nuuid.UUID(good)\nsink(good)\n",
    "from collections import deque\nbad = deque()\nbad.appendleft(source())\nsink(bad.popleft())\n",
  ],
  java: [
    'class A { void f() { StringBuilder bad = new StringBuilder("x"); bad.append(source()); sink(bad.toString()); } }',
    "import java.util.UUID; class A { void f() { String good = source(); UUID.fromString(good); sink(good); } }",
    "import java.util.*; class A { void f() { List<String> bad = new ArrayList<>(); bad.add(source()); sink(Collections.unmodifiableList(bad).get(0)); } }",
    'import java.util.*; class A { void f() { Map<String, String> bad = new HashMap<>(); bad.put("a", source()); String good = bad.get("b"); sink(good); sink(bad.get("a")); } }',
    'import java.util.*; class A { void f() { String bad = Optional.of(source()).orElse("x"); sink(bad); } }',
    "import java.util.*; class A { void f() { List<String> a = new ArrayList<>(); a.add(source()); a.stream().map(x -> x.trim()).forEach(bad -> sink(bad)); } }",
    "import java.util.concurrent.*; class A { void f() { String a = source(); String bad = CompletableFuture.supplyAsync(() -> a).thenApply(x -> x.trim()).join(); sink(bad); } }",
    'import java.util.*; class A { void f() { Map<String, String> a = new HashMap<>(); String bad = a.getOrDefault("k", source()); sink(bad); } }',
    'import java.security.*; class A { void f() { MessageDigest d = MessageDigest.getInstance("SHA-256"); byte[] good = d.digest(source()); sink(good); } }',
    "class A { void f() { long good = Long.parseLong(source()); sink(good); } }",
    "import java.time.LocalDate; class A { void f() { LocalDate good = LocalDate.parse(source()); sink(good); } }",
    "import org.apache.commons.lang3.StringUtils; class A { void f() { String good = source(); if (StringUtils.isNumeric(good)) { sink(good); } } }",
  ],
};

describe("models of libraries", () => {
  for (const [name, [effect, code, expected]] of Object.entries(EFFECTS)) {
    it(`do what they say: ${name}`, async () => {
      const model = readModel(
        { languages: ["javascript"], methods: [{ types: ["*"], calls: { m: effect } }] },
        "a model of a test",
      );
      assert.deepEqual(await reached("javascript", code, [model]), expected);
    });
  }

  for (const [language, programs] of Object.entries(SHIPPED)) {
    it(`ship for ${language}`, async () => {
      const models = libraryModels();
      for (const code of programs) {
        const sinks = [...code.matchAll(/sink\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g)].map(([sink]) => sink);
        const expected = sinks.filter((sink) => sink.includes("bad"));
        assert.deepEqual(await reached(language, code, models), expected, code);
      }
    });
  }

  it("are of languages that are known, and say something", () => {
    const models = libraryModels();
    assert.ok(models.length > 0);
    for (const { languages, functions = {}, methods = [], constructors = {} } of models) {
      for (const language of languages) assert.ok(languageNamed(language), language);
      assert.ok(Object.keys(functions).length + methods.length + Object.keys(constructors).length > 0);
    }
  });

  it("are refused with a sentence where they say what nobody understands", () => {
    const wrong = (value: unknown): void => void readModel(value, "m.yml");
    assert.throws(() => wrong({}), /m\.yml: `languages` must be a list of names\./);
    assert.throws(() => wrong({ languages: ["java"], function: {} }), /m\.yml: unknown key `function`\./);
    assert.throws(
      () => wrong({ languages: ["java"], functions: { f: { gives: "none" } } }),
      /m\.yml: functions\.f: unknown key `gives`\./,
    );
  });
});
