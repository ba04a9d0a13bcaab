// Code of other languages is analysed where it stands, with the places of the whole text.
import * as assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { inRoot } from "../../../src/dev/paths";
import { type Analyzer, createAnalyzer } from "../../../src/engine/analyzer";
import { loadRules } from "../../../src/engine/rules/loader";

const RULES = [
  { id: "eval", languages: ["javascript", "typescript"], pattern: "eval($X)" },
  { id: "twice", languages: ["javascript"], patterns: [{ pattern: "$F($X)" }, { "pattern-regex": "\\beval\\b" }] },
  { id: "piped", languages: ["bash"], pattern: "curl ... | sh" },
  { id: "shell", languages: ["python"], pattern: "os.system(...)" },
  { id: "run", languages: ["yaml"], pattern: "run: $X" },
  { id: "raw", languages: ["regex"], "pattern-regex": "eval|curl" },
].map((rule) => ({ message: "Found $X.", severity: "ERROR", ...rule }));

let analyzer: Analyzer;

before(async () => {
  const load = (file: string) => readFile(inRoot("grammars", file));
  analyzer = await createAnalyzer({ grammars: { load }, log: assert.fail });
});

after(() => analyzer.dispose());

async function found(languageId: string, text: string): Promise<string[]> {
  const { rules, errors } = loadRules(JSON.stringify({ rules: RULES }), "rules.json", { builtIn: false });
  assert.deepEqual(errors, []);
  await analyzer.ready(languageId, text);
  analyzer.open({ uri: "file", languageId, text, version: 1 });
  const steps = analyzer.analyze("file", { rules: analyzer.ruleSet(rules), today: "2026-01-01" });
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    assert.deepEqual(step.value.problems, []);
    return step.value.findings
      .filter(({ suppression }) => suppression === undefined)
      .map(({ ruleId, start, end }) => `${ruleId}: ${text.slice(start, end)}`);
  }
}

describe("regions", () => {
  it("of a workflow are the scripts of its steps, each in its shell", async () => {
    const text = `
run: curl outside | sh
jobs:
  build:
    steps:
      - uses: actions/checkout
      - name: first
        run: |
          echo "\${{ github.head_ref }}"
          curl a |
            sh
          curl b | sh # nosemgrep
      - run: curl c | sh
      - run: "curl d | sh"
      - shell: python
        run: |
          import os
          if True:
            os.system("curl")
      - run: >-
          curl e
          | sh
`;
    const all = await found("yaml", text);
    assert.deepEqual(
      all.filter((line) => !line.startsWith("raw") && !line.startsWith("run")),
      [
        "piped: curl a |\n            sh",
        "piped: curl c | sh",
        "piped: curl d | sh",
        'shell: os.system("curl")',
        "piped: curl e\n          | sh",
      ],
    );
    assert.equal(all.filter((line) => line.startsWith("raw")).length, 6, "raw texts are looked at once");
  });

  it("of a page are its scripts and the handlers in its attributes", async () => {
    const text = `<body onload="eval(a)" title="eval(b)">
<script>eval(c);</script>
<script type="module">
  import x from "y";
  eval(d); // caveat-ignore eval(it is a test)
</script>
<script lang="ts">const e: string = eval(f as string);</script>
<script type="application/json">{"eval": "eval(g)"}</script>
</body>`;
    const all = await found("html", text);
    assert.deepEqual(
      all.filter((line) => line.startsWith("eval")),
      ["eval: eval(a)", "eval: eval(c)", "eval: eval(f as string)"],
    );
    assert.deepEqual(
      all.filter((line) => line.startsWith("twice")),
      ["twice: eval", "twice: eval", "twice: eval", "twice: eval"],
    );
  });

  it("of a component are its scripts and the code in its template", async () => {
    const text = `<template><p @click="eval(a)" :title="eval(b)" v-bind:class="{ c: eval(d) }">{{ x }}</p></template>
<script setup lang="ts">
const e = eval(f);
</script>`;
    const all = (await found("vue", text)).filter((line) => line.startsWith("eval"));
    assert.deepEqual(all, ["eval: eval(a)", "eval: eval(b)", "eval: eval(f)"]);
    const svelte = await found("svelte", "<script>eval(a);</script>\n{#if x}<p>{x}</p>{/if}");
    assert.deepEqual(
      svelte.filter((line) => line.startsWith("eval")),
      ["eval: eval(a)"],
    );
  });

  it("of a notebook are its cells, as one program", async () => {
    const text = JSON.stringify(
      {
        cells: [
          { cell_type: "code", source: ["import os as o\n", "%matplotlib inline\n", 'print("a")'] },
          { cell_type: "markdown", source: ["os.system(1)"] },
          { cell_type: "code", source: ["if True:\n", '    o.system("ls")\n', "    pass"] },
        ],
        metadata: { kernelspec: { language: "python", name: "python3" } },
        nbformat: 4,
      },
      undefined,
      1,
    );
    const all = await found("json", text);
    assert.deepEqual(
      all.filter((line) => line.startsWith("shell")),
      ['shell: o.system(\\"ls\\")'],
    );
  });

  const PAGE = `<template><p @click="eval(a)" :title="eval(b)">{{ x }}</p><i @click="other(d)" /></template>
<script lang="ts">
const e = eval(f);
function g(h: string) {
  eval(h);
}
</script>
<i :title="eval(k)" />
`;
  const EDITS: readonly (readonly [string, string])[] = [
    ["<p ", "<p id='p' "],
    ["eval(b)", "eval(b + c)"],
    ["eval(f)", "eval(f, 1)"],
    ['@click="other(d)"', '@click="eval(d)"'],
    ["  eval(h);", "  eval(h);\n  eval(i);"],
    ["<i @click", '<b @input="eval(j)" /><i @click'],
    ['<b @input="eval(j)" />', ""],
    ["<script", "<script setup"],
    [' setup lang="ts"', ""],
    ["(h: string)", "(h"],
    ["(h", "(h)"],
  ];

  it("are the same after an edit as if the text had been opened", async () => {
    const { rules } = loadRules(JSON.stringify({ rules: RULES }), "rules.json", { builtIn: false });
    const options = { rules: analyzer.ruleSet(rules), today: "2026-01-01" };
    const findings = (uri: string): string[] => {
      const steps = analyzer.analyze(uri, options);
      let step = steps.next();
      while (!step.done) step = steps.next();
      return step.value.findings.map(({ ruleId, start, end, message }) => `${ruleId} ${start} ${end} ${message}`);
    };
    let text = PAGE;
    await analyzer.ready("vue", text);
    await analyzer.ready("typescript", "");
    analyzer.open({ uri: "typed", languageId: "vue", text, version: 1 });
    findings("typed");
    for (const [version, [from, to]] of EDITS.entries()) {
      const start = text.indexOf(from);
      analyzer.edit("typed", version + 2, [{ start, end: start + from.length, text: to }]);
      text = text.replace(from, to);
      analyzer.open({ uri: "opened", languageId: "vue", text, version: 1 });
      const now = findings("typed");
      assert.deepEqual(now, findings("opened"), `${from} -> ${to}`);
      assert.ok(now.filter((each) => each.startsWith("eval")).length >= 4, to);
    }
  });

  it("that an edit leaves alone are not searched again", async () => {
    const script = Array.from({ length: 200 }, (_, i) => `look(${i});\n`).join("");
    const text = `<template><p @click="eval(a)">{{ x }}</p></template>\n<script>\n${script}</script>\n`;
    const rule = { id: "any", message: "M.", severity: "ERROR", languages: ["javascript"], pattern: "$F($X)" };
    const { rules } = loadRules(JSON.stringify({ rules: [rule] }), "rules.json", { builtIn: false });
    const options = { rules: analyzer.ruleSet(rules), today: "2026-01-01" };
    await analyzer.ready("vue", text);
    analyzer.open({ uri: "page", languageId: "vue", text, version: 1 });
    const count = (): number => {
      for (const _ of analyzer.analyze("page", options));
      return analyzer.timings().find(({ ruleId }) => ruleId === "any")!.steps;
    };
    const first = count();
    analyzer.edit("page", 2, [{ start: 13, end: 13, text: "id='p' " }]);
    const moved = count() - first;
    assert.ok(first > 400 && moved < 20, `${moved} steps after ${first}`);
  });
});
