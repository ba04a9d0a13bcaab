// What the worker answers about rule files and single rules, with the real engine.
import assert from "node:assert/strict";
import { PROJECT, Workbench } from "./workbench";

const file = (path: string, text: string) => ({ uri: `file:///p/${path}`, path, text });
const rule = (id: string, pattern: string, more = "") =>
  `  - id: ${id}\n    message: Found.\n    severity: ERROR\n    languages: [javascript]\n    pattern: ${pattern}\n${more}`;

describe("rule files in the worker", () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = new Workbench();
    await bench.start();
  });
  afterEach(() => bench.stop());

  it("are checked, and each mistake is marked at its place", async () => {
    const text = `rules:\n${rule("a.good", "f($X)")}${rule("a.broken", "|\n      f(1,\n        (2]\n")}${rule("a.broken", "g()")}${rule("test.danger", "h()")}${rule("a.free", "f($X)", "    fix: g($Y)\n")}`;
    const mistakes = await bench.ask("check", { file: file("r.yml", text) });
    assert.deepEqual(
      mistakes.map(({ ruleId, severity, range }) => [ruleId, severity, range && text.slice(range.start, range.end)]),
      [
        ["test.danger", "error", "test.danger"],
        ["a.broken", "error", "]"],
        ["a.broken", "warning", "a.broken"],
        ["a.free", "warning", "$Y"],
      ],
    );
    assert.deepEqual(await bench.ask("outline", { text }), [
      { id: "a.good", line: 1 },
      { id: "a.broken", line: 6 },
      { id: "a.broken", line: 14 },
      { id: "test.danger", line: 19 },
      { id: "a.free", line: 24 },
    ]);
    assert.deepEqual(await bench.ask("outline", { text: "rules: [" }), []);
  });

  it("are tested on the files that they are given", async () => {
    const rules = file(
      "r.yml",
      `rules:\n${rule("a.f", "f($X)", "    fix: g($X)\n    paths: { include: [elsewhere] }\n")}${rule("test.danger", "danger(...)")}`,
    );
    const target = file("r.js", "// ruleid: a.f\nf(1);\n// ruleid: a.f\ng(1);\n// ok: a.f\nf(2);\n\ndanger(1);\n");
    const fixed = file("r.fixed.js", target.text.replace("f(1);", "g(1);").replace("f(2);", "g( 2 );"));
    const result = await bench.ask("testRules", { file: rules, targets: [{ file: target, fixed }, { file: fixed }] });
    assert.deepEqual([result.rules, result.mistakes], [["a.f", "test.danger"], []]);
    const [first, second] = result.targets;
    assert.deepEqual(
      first?.mismatches.map(({ verdict, ruleId, line }) => `${line} ${verdict} ${ruleId}`),
      ["4 Missing a.f", "6 Noisy a.f", "8 Noisy test.danger"],
    );
    assert.deepEqual(first?.lines.get("a.f"), { expected: [2, 4], actual: [2, 6] });
    assert.equal(first?.asExpected, 1);
    assert.deepEqual([first?.fixes?.line, first?.fixes?.actual.split("\n")[5]], [6, "g(2);"]);
    assert.equal(second?.fixes, undefined);
  });

  it("are tested without those of their rules that cannot run", async () => {
    const rules = file("r.yml", `rules:\n${rule("a.broken", "f((")}${rule("a.f", "f(1)")}`);
    const {
      rules: ran,
      mistakes,
      targets,
    } = await bench.ask("testRules", {
      file: rules,
      targets: [{ file: file("r.js", "// ruleid: a.f\nf(1);\n") }],
    });
    assert.deepEqual([ran, mistakes.length, targets[0]?.mismatches], [["a.f"], 1, []]);
  });
});

describe("an explanation in the worker", () => {
  it("adds what the configuration keeps from being shown", async () => {
    const bench = new Workbench();
    const configurations = [
      file(
        ".caveat.yml",
        "rules: { test.danger: off }\nsuppressions:\n  - { rule: test.look, reason: a sandbox, paths: [/play] }\n",
      ),
    ];
    await bench.start({ ...PROJECT, configurations });
    const uri = "file:///p/play/a.js";
    await bench.open(uri, "danger(1);\nlook(2);\n", "javascript", "play/a.js");
    const explain = (ruleId: string, start: number, end: number) =>
      bench.ask("explain", { project: "p", uri, version: 1, ruleId, place: { start, end } });
    const danger = await explain("test.danger", 0, 9);
    assert.deepEqual([danger.reported, danger.reasons], [false, ["The configuration switches the rule off."]]);
    assert.equal(danger.formula?.verdict, "yes");
    assert.deepEqual((await explain("test.look", 11, 18)).reasons, [
      "The profile recommended does not run the rule: it is a hint for a reviewer (profile audit).",
      "The configuration accepts the rule's findings in this file: a sandbox",
    ]);
    await bench.ask("configure", { project: "p", input: PROJECT, quarantined: ["test.danger"] });
    assert.deepEqual((await explain("test.danger", 0, 9)).reasons, [
      "The rule is left out, because the engine stopped at it.",
    ]);
    const where = { project: "p", uri, version: 1, place: { start: 0, end: 1 } };
    const reply = await bench.reply(bench.send("explain", { ...where, ruleId: "nobody" }));
    assert.ok("error" in reply && reply.error.message === "There is no rule nobody.");
    await bench.stop();
  });
});
