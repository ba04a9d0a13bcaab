// The service with the real engine.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Analyzer } from "../../src/engine/analyzer";
import { MOST_ABANDONED } from "../../src/worker/document-queue";
import { createTestAnalyzer, PROJECT, Workbench } from "./workbench";

const A = "file:///a.js";
const B = "file:///b.js";

/** Long enough to need many slices. */
const long = (lines: number) =>
  Array.from({ length: lines }, (_, line) => `call${line}(danger(${line}), [${line}]);\n`).join("");

describe("the service", () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = new Workbench();
    await bench.start();
  });
  afterEach(() => bench.stop());

  it("analyses what is opened and what is edited, and answers each message once", async () => {
    assert.equal(await bench.open(A, "danger(1);\n"), "analysed");
    assert.deepEqual(
      bench.last(A).findings.map(({ ruleId, start, end }) => [ruleId, start, end]),
      [["test.danger", 0, 9]],
    );
    await bench.reply(bench.edit(A, 2, 0, 9, "safe(1)"));
    assert.deepEqual([bench.last(A).version, bench.last(A).findings.length, bench.last(A).settled], [2, 0, false]);
    const replies = bench.posted.flatMap((message) => (message.type === "reply" ? [message.id] : []));
    assert.equal(new Set(replies).size, replies.length);
  });

  it("speaks its own version of the protocol only", async () => {
    const reply = await bench.reply(bench.send("hello", { protocol: 0, announceRules: false }));
    assert.ok("error" in reply && reply.error.code === "protocol");
  });

  it("looks again once a document rests", async () => {
    await bench.ask("configure", {
      project: "p",
      input: { ...PROJECT, debounce: { least: 0, most: 0, idle: 30 } },
      quarantined: [],
    });
    await bench.open(A, "danger(1);\n");
    await bench.reply(bench.edit(A, 2, 10, 10, "f("));
    assert.equal(bench.last(A).settled, false);
    await sleep(120);
    assert.deepEqual([bench.last(A).version, bench.last(A).settled], [2, true]);
  });

  it("lets a newer edit win over a running analysis", async () => {
    await bench.open(A, long(3000));
    const first = bench.edit(A, 2, 0, 0, "danger(0);\n");
    let second: number | undefined;
    bench.atPause = () => {
      second ??= bench.edit(A, 3, 0, 0, "danger(0);\n");
    };
    assert.deepEqual(await bench.reply(first), { type: "reply", id: first, result: "superseded" });
    assert.ok(second !== undefined);
    await bench.reply(second);
    assert.deepEqual(
      bench.reports(A).map(({ version }) => version),
      [1, 3],
    );
  });

  it("does not starve a fast typist: after a few abandoned runs one is finished", async () => {
    await bench.open(A, long(3000));
    let version = 1;
    const edits: number[] = [];
    bench.atPause = () => {
      version += 1;
      if (version < 200) edits.push(bench.edit(A, version, 0, 0, "x;\n"));
    };
    version += 1;
    edits.push(bench.edit(A, version, 0, 0, "x;\n"));
    for (let waited = 0; bench.reports(A).length < 3 && waited < 5000; waited += 10) await sleep(10);
    const [, first, second] = bench.reports(A).map((report) => report.version);
    bench.atPause = () => undefined;
    // Each abandoned run saw one more edit at its first pause; the finished one, many.
    assert.ok(first !== undefined && first <= 2 + MOST_ABANDONED, `the first report was of version ${first}`);
    assert.ok(second !== undefined && second < 200, `the second report was of version ${second}`);
    await bench.reply(edits.at(-1) ?? 0);
    assert.equal(bench.last(A).version, version < 200 ? version : 199);
  });

  it("attends to the document edited last before others", async () => {
    await bench.open(A, long(3000));
    await bench.open(B, "danger(1);\n");
    const slow = bench.edit(A, 2, 0, 0, "x;\n");
    let fast: number | undefined;
    bench.atPause = () => {
      fast ??= bench.edit(B, 2, 0, 0, "danger(2);\n");
    };
    await bench.reply(slow);
    assert.ok(fast !== undefined);
    await bench.reply(fast);
    const order = bench.posted.flatMap((message) => (message.type === "analysis" ? [message.report.uri] : []));
    assert.deepEqual(order.slice(-2), [B, A]);
  });

  it("proves fixes for the present version, and refuses an older one", async () => {
    await bench.open(A, "danger(1);\n");
    const [finding] = bench.last(A).findings;
    const fix = finding?.fixes[0];
    assert.ok(finding && fix);
    const where = { project: "p", uri: A, finding, fix };
    const proof = await bench.ask("prove", { ...where, version: 1 });
    assert.ok(proof.proved && proof.text === "safe(1);\n");
    bench.edit(A, 2, 0, 0, " ");
    const reply = await bench.reply(bench.send("prove", { ...where, version: 1 }));
    assert.ok("error" in reply && reply.error.code === "stale");
  });

  it("fixes all, suppresses, explains and lists", async () => {
    await bench.open(A, "danger(1);\ndanger(2);\n");
    const { findings } = bench.last(A);
    const where = { project: "p", uri: A, version: 1 };
    const all = await bench.ask("fixAll", { ...where, findings });
    assert.ok(all.proved && all.text === "safe(1);\nsafe(2);\n");
    const [finding] = findings;
    assert.ok(finding);
    const comment = await bench.ask("suppress", { ...where, finding, scope: "line", reason: "checked" });
    assert.ok(comment.proved);
    assert.match(comment.text, /caveat-ignore test\.danger\(checked\)/);
    assert.equal((await bench.ask("rule", { project: "p", ruleId: "test.look" }))?.tier, "audit");
    assert.equal(await bench.ask("rule", { project: "p", ruleId: "nobody" }), null);
    const ids = (await bench.ask("rules", { project: "p" })).map(({ id }) => id);
    assert.deepEqual(ids, ["test.danger", "test.look"]);
    const timings = await bench.ask("timings", { project: "p" });
    assert.ok(timings.some(({ ruleId, findings: found }) => ruleId === "test.danger" && found > 0));
  });

  it("distrusts parameters under the profile strict alone, in a review as while typing", async () => {
    for (const profile of ["recommended", "strict"]) {
      const seen: (boolean | undefined)[] = [];
      const own = new Workbench({
        async createEngine() {
          const analyzer = await createTestAnalyzer();
          const analyze: Analyzer["analyze"] = (uri, options) => {
            seen.push(options.strict);
            return analyzer.analyze(uri, options);
          };
          return { analyzer: Object.assign(Object.create(analyzer) as Analyzer, { analyze }), builtIn: [] };
        },
      });
      await own.start({ ...PROJECT, settings: { ...PROJECT.settings, profile } });
      await own.open(A, "danger(1);\n");
      await own.ask("review", { project: "p", uri: A, version: 1 });
      await own.stop();
      assert.deepEqual(seen, [profile === "strict", profile === "strict"]);
    }
  });

  it("reviews a range with the audit profile", async () => {
    const text = "look(1);\ndanger(1);\nlook(2);\n";
    await bench.open(A, text);
    assert.deepEqual(
      bench.last(A).findings.map(({ ruleId }) => ruleId),
      ["test.danger"],
    );
    const range = { start: text.indexOf("danger"), end: text.length };
    const review = await bench.ask("review", { project: "p", uri: A, version: 1, range });
    assert.deepEqual(
      review.findings.map(({ ruleId, start }) => [ruleId, start]),
      [
        ["test.danger", 9],
        ["test.look", 20],
      ],
    );
    assert.equal(review.rules, 2);
  });

  it("cancels and gives up in time", async () => {
    await bench.open(A, long(20_000));
    const where = { project: "p", uri: A, version: 1 };
    let cancelled = -1;
    bench.atPause = () => bench.service.receive({ type: "cancel", id: cancelled });
    cancelled = bench.send("review", where);
    const first = await bench.reply(cancelled);
    assert.ok("error" in first && first.error.code === "cancelled");
    bench.atPause = () => undefined;
    // What was found for the first review is not found again; another text is looked at anew.
    const edit = bench.edit(A, 2, 0, 0, "danger(0);\n");
    const second = await bench.reply(bench.send("review", { ...where, version: 2 }, 1));
    assert.ok("error" in second && second.error.code === "deadline");
    await bench.reply(edit);
  });

  it("forgets what is closed", async () => {
    await bench.open(A, "danger(1);\n");
    await bench.ask("close", { project: "p", uri: A });
    assert.equal(await bench.ask("edit", { project: "p", uri: A, version: 2, changes: [] }), "closed");
    await bench.open(A, "danger(1); danger(2);\n");
    assert.equal(bench.last(A).findings.length, 2);
  });
});

describe("a project in the worker", () => {
  let bench: Workbench;
  beforeEach(() => {
    bench = new Workbench();
  });
  afterEach(() => bench.stop());

  const file = (path: string, text: string) => ({ uri: `file:///p/${path}`, path, text });

  it("follows the nearest configuration, accepts with reasons, and reports mistakes", async () => {
    await bench.start();
    const configurations = [
      file(".caveat.yml", "suppressions:\n  - { rule: test.danger, reason: a sandbox, paths: [/play] }\nbogus: 1\n"),
      file("lib/.caveat.yml", "rules: { test.danger: off }\n"),
    ];
    const configured = await bench.ask("configure", {
      project: "p",
      input: { ...PROJECT, configurations },
      quarantined: [],
    });
    assert.deepEqual(
      configured.mistakes.map(({ uri, range }) => [
        uri,
        range && configurations[0]?.text.slice(range.start, range.end),
      ]),
      [["file:///p/.caveat.yml", "bogus"]],
    );
    await bench.open("file:///p/a.js", "danger(1);\n", "javascript", "a.js");
    await bench.open("file:///p/lib/a.js", "danger(1);\n", "javascript", "lib/a.js");
    await bench.open("file:///p/play/a.js", "danger(1);\n", "javascript", "play/a.js");
    assert.equal(bench.last("file:///p/a.js").findings.length, 1);
    assert.equal(bench.last("file:///p/lib/a.js").findings.length, 0);
    assert.deepEqual(bench.last("file:///p/play/a.js").findings[0]?.suppression, {
      by: "configuration",
      reason: "a sandbox",
    });
  });

  it("runs the user's rules, and says where those are wrong that cannot run", async () => {
    await bench.start();
    const rule = (id: string, pattern: string) =>
      `  - id: ${id}\n    message: Found.\n    severity: ERROR\n    languages: [javascript]\n    pattern: ${pattern}\n`;
    const ruleFiles = [
      file(
        "good.yml",
        `rules:\n${rule("mine.good", "mine()")}${rule("mine.broken", "mine((")}${rule("test.danger", "x")}`,
      ),
      file("bad.yml", "rules: [\n"),
    ];
    const { mistakes } = await bench.ask("configure", {
      project: "p",
      input: { ...PROJECT, ruleFiles },
      quarantined: [],
    });
    assert.deepEqual(mistakes.map(({ uri, ruleId }) => `${uri} ${ruleId}`).sort(), [
      "file:///p/bad.yml undefined",
      "file:///p/good.yml mine.broken",
      "file:///p/good.yml test.danger",
    ]);
    await bench.open(A, "mine(); danger(1);\n");
    assert.deepEqual(
      bench.last(A).findings.map(({ ruleId }) => ruleId),
      ["mine.good", "test.danger"],
    );
  });

  it("analyses again what a new configuration concerns, without the rules in quarantine", async () => {
    await bench.start();
    await bench.open(A, "danger(1);\n");
    await bench.ask("configure", { project: "p", input: PROJECT, quarantined: ["test.danger"] });
    for (let waited = 0; bench.reports(A).length < 2 && waited < 2000; waited += 10) await sleep(10);
    assert.equal(bench.last(A).findings.length, 0);
  });

  it("says why a file is not analysed", async () => {
    await bench.start({ ...PROJECT, settings: { disabledRules: [], exclude: ["vendor"] } });
    await bench.open("file:///p/vendor/a.js", "danger(1);\n", "javascript", "vendor/a.js");
    await bench.open("file:///p/b.js", `danger(1);${"var a=1;".repeat(1000)}`, "javascript", "b.js");
    assert.match(bench.last("file:///p/vendor/a.js").skipped ?? "", /excludes/);
    assert.match(bench.last("file:///p/b.js").skipped ?? "", /minified/);
    const review = await bench.ask("review", { project: "p", uri: "file:///p/b.js", version: 1 });
    assert.match(review.skipped ?? "", /minified/);
  });

  it("keeps to itself what fails in one document", async () => {
    const failing = new Workbench({
      createEngine: async () => {
        const analyzer = await createTestAnalyzer();
        const { ready } = analyzer;
        return {
          builtIn: [],
          analyzer: Object.assign(Object.create(analyzer), {
            ready: (language: string) =>
              language === "python"
                ? Promise.reject(new Error("Grammar file x: is missing"))
                : ready.call(analyzer, language),
          }),
        };
      },
    });
    const rules =
      "rules:\n  - { id: r, message: M., severity: ERROR, languages: [javascript], pattern: danger(...) }\n";
    await failing.start({ ...PROJECT, ruleFiles: [file("r.yml", rules)] });
    await failing.open("file:///p.py", "danger(1)\n", "python");
    await failing.open(A, "danger(1);\n");
    assert.match(failing.last("file:///p.py").problems[0]?.message ?? "", /Grammar file x/);
    assert.equal(failing.last(A).findings.length, 1);
    await failing.stop();
  });
});
