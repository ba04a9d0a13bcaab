// After any edits in files that data flows through, the findings in all of them equal those of an analyzer that never saw
// them otherwise; and what is not said to be outdated is not.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { applied, randomChanges } from "../../../src/dev/invariant/edits";
import { inRoot } from "../../../src/dev/paths";
import { pick, seeded } from "../../../src/dev/random";
import { libraryModels } from "../../../src/dev/rules";
import { type Analyzer, createAnalyzer, type RuleSet } from "../../../src/engine/analyzer";
import type { Finding } from "../../../src/engine/findings/finding";
import { loadRules } from "../../../src/engine/rules/loader";

const RULES = `rules:
  - id: own.flow
    message: Data of a request is run.
    severity: ERROR
    languages: [javascript, typescript, python, java]
    mode: taint
    options: { interfile: true }
    pattern-sources: [{ pattern: input_of(...) }]
    pattern-sanitizers: [{ pattern: clean(...) }]
    pattern-sinks: [{ pattern: run(...) }]
`;

type Files = Readonly<Record<string, string>>;

const PROJECTS: Readonly<Record<string, Files>> = {
  python: {
    "p/app.py":
      "from lib import go, Job\nfrom store import put\n\ndef handle(r):\n    data = input_of(r)\n    go(data)\n    put(data)\n    job = Job(data)\n    job.start()\n    run(job.name())\n",
    "p/lib.py":
      "from store import last\n\ndef go(command):\n    prepared = command.strip()\n    run(prepared)\n\nclass Base:\n    def start(self):\n        run(self.text)\n\nclass Job(Base):\n    def __init__(self, text):\n        self.text = text\n\n    def name(self):\n        return clean(self.text)\n",
    "p/store.py":
      "def put(value):\n    keep(value)\n\ndef keep(value):\n    run(value + '!')\n\ndef last(x):\n    return x\n",
  },
  javascript: {
    "p/app.js":
      "const { go, wrap } = require('./lib');\nconst { Job } = require('./store');\n\nexports.handle = (r) => {\n  const data = input_of(r);\n  go(data);\n  new Job(data).start();\n  run(wrap(data));\n};\n",
    "p/lib.js":
      "const store = require('./store');\n\nfunction go(command) {\n  store.put(command.trim());\n}\n\nconst wrap = (x) => {\n  return clean(x);\n};\nmodule.exports = { go, wrap };\n",
    "p/store.js":
      "function put(value) {\n  run(value);\n}\n\nclass Job {\n  constructor(text) {\n    this.text = text;\n  }\n  start() {\n    run(this.text);\n  }\n}\nmodule.exports = { put, Job };\n",
  },
  java: {
    "p/App.java":
      "class App {\n  void handle(R r) {\n    String data = input_of(r);\n    new Lib().go(data);\n    Task task = new Job(data);\n    task.start();\n    run(Store.tidy(data));\n  }\n}\n",
    "p/Lib.java":
      "class Lib {\n  void go(String command) {\n    Store.put(command.trim());\n  }\n}\ninterface Task {\n  void start();\n}\n",
    "p/Store.java":
      "class Store {\n  static void put(String value) {\n    run(value);\n  }\n  static String tidy(String x) {\n    return clean(x);\n  }\n}\nclass Job implements Task {\n  private String text;\n  Job(String text) {\n    this.text = text;\n  }\n  public void start() {\n    run(this.text);\n  }\n}\n",
  },
};

/** Edits per language; after each, all files are compared. */
const EDITS = 40;

const rules = loadRules(RULES, "rules.yml", { builtIn: true });

class Engine {
  private constructor(
    readonly analyzer: Analyzer,
    private readonly rules: RuleSet,
  ) {}

  static async of(language: string): Promise<Engine> {
    const analyzer = await createAnalyzer({
      grammars: { load: (file) => readFile(inRoot("grammars", file)) },
      models: libraryModels(),
      log: (message) => assert.fail(message),
    });
    await analyzer.ready(language);
    return new Engine(analyzer, analyzer.ruleSet(rules.rules));
  }

  findings(uri: string): readonly Finding[] {
    const steps = this.analyzer.analyze(uri, { rules: this.rules, today: "2026-06-15", idle: true });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value.findings;
    }
  }
}

describe("invariant: flows across files", () => {
  for (const [languageId, files] of Object.entries(PROJECTS)) {
    it(languageId, async function () {
      this.timeout(60_000);
      assert.deepEqual(rules.errors, []);
      const random = seeded(languageId.length);
      const engine = await Engine.of(languageId);
      const { analyzer } = engine;
      const uris = Object.keys(files);
      const texts = new Map(Object.entries(files));
      const [app = "", ...others] = uris;
      let version = 1;
      for (const [uri, text] of texts) {
        if (uri === app) analyzer.open({ uri, languageId, text, version });
        else analyzer.addFile({ uri, languageId, text });
      }
      const open = new Set([app]);
      const shown = new Map<string, readonly Finding[]>();
      let found = 0;
      for (let edit = 0; edit <= EDITS; edit++) {
        // The outdated ones alone are looked at again, with what was edited.
        for (const uri of [...open].filter((each) => !shown.has(each))) shown.set(uri, engine.findings(uri));
        for (let again = analyzer.takeOutdated(); again.length > 0; again = analyzer.takeOutdated()) {
          for (const uri of again) shown.set(uri, engine.findings(uri));
        }
        const fresh = await Engine.of(languageId);
        for (const [uri, text] of texts) {
          if (open.has(uri)) fresh.analyzer.open({ uri, languageId, text, version });
          else fresh.analyzer.addFile({ uri, languageId, text });
        }
        for (const uri of open) {
          const expected = fresh.findings(uri);
          found += expected.length;
          assert.deepEqual(shown.get(uri), expected, `edit ${edit}, ${uri}:\n${[...texts.values()].join("\n---\n")}`);
        }
        fresh.analyzer.dispose();
        const uri = pick(random, uris);
        const text = texts.get(uri) ?? "";
        // Now and then a file is what it was, so that the texts do not all end up broken.
        const restored = files[uri] ?? "";
        const isRestored = random(3) === 0;
        const changes = isRestored ? [{ start: 0, end: text.length, text: restored }] : randomChanges(text, random);
        const after = applied(text, changes);
        texts.set(uri, after);
        version++;
        if (open.has(uri)) {
          analyzer.edit(uri, version, changes);
          shown.delete(uri);
        } else {
          analyzer.addFile({ uri, languageId, text: after });
        }
        const other = pick(random, others);
        if (random(4) > 0) continue;
        if (open.delete(other)) {
          analyzer.addFile({ uri: other, languageId, text: texts.get(other) ?? "" });
          analyzer.close(other);
          shown.delete(other);
        } else {
          open.add(other);
          analyzer.open({ uri: other, languageId, text: texts.get(other) ?? "", version });
        }
      }
      assert.ok(found > EDITS / 2, `${found} findings were compared`);
    });
  }
});
