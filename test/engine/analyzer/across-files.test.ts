// Flows that lead through several files of a workspace, open ones and others.
import assert from "node:assert/strict";
import type { Analyzer } from "../../../src/engine/analyzer";
import { createTestAnalyzer, Desk } from "./desk";

const RULES = `rules:
  - id: flow
    message: What comes in is used.
    severity: ERROR
    languages: [javascript]
    mode: taint
    options: { interfile: true }
    pattern-sources:
      - pattern: incoming()
    pattern-sinks:
      - pattern: outgoing(...)
    pattern-sanitizers:
      - pattern: clean(...)
`;
const APP = "file:///w/app.js";
const LIB = "file:///w/lib.js";

describe("the door: flows across files", () => {
  let analyzer: Analyzer;
  let desk: Desk;
  beforeEach(async () => {
    analyzer = await createTestAnalyzer();
    desk = new Desk(analyzer, RULES);
  });
  afterEach(() => analyzer.dispose());

  /** Where the traces begin and end that are found in the first of two files, of which the second is not open. */
  const traces = (app: string, lib: string): string[] => {
    analyzer.addFile({ uri: LIB, languageId: "javascript", text: lib });
    return desk.open(app, "javascript", APP).findings.map(({ trace }) => {
      const [first, last] = [trace[0], trace.at(-1)];
      return [first, last].map((step) => step && `${step.kind} ${step.uri === APP ? "app" : "lib"}`).join(", ");
    });
  };

  it("lead out of a file that holds the source alone", () => {
    const app = 'import { use } from "./lib";\nuse(incoming());\n';
    assert.deepEqual(traces(app, "export function use(x) {\n  outgoing(x);\n}\n"), ["source app, sink lib"]);
  });

  it("lead into a file that holds the sink alone", () => {
    const app = 'import { read } from "./lib";\noutgoing(read());\n';
    assert.deepEqual(traces(app, "export function read() {\n  return incoming();\n}\n"), ["source lib, sink app"]);
  });

  it("pass through a file that holds neither", () => {
    const app = 'import { both } from "./lib";\noutgoing(both(incoming()));\n';
    assert.deepEqual(traces(app, 'export function both(x) {\n  return "a" + x;\n}\n'), ["source app, sink app"]);
    assert.deepEqual(traces(app, "export function both(x) {\n  return 1;\n}\n"), []);
  });

  it("end where another file cleans what it is given", () => {
    const app = 'import { both } from "./lib";\noutgoing(both(incoming()));\n';
    assert.deepEqual(traces(app, "export function both(x) {\n  return clean(x);\n}\n"), []);
  });

  it("follow what another file becomes", () => {
    const app = 'import { use } from "./lib";\nuse(incoming());\n';
    const bad = "export function use(x) {\n  outgoing(x);\n}\n";
    assert.equal(traces(app, bad).length, 1);
    assert.equal(traces(app, bad.replace("outgoing(x)", "outgoing(1)")).length, 0);
    desk.open(bad, "javascript", LIB);
    assert.equal(desk.analyse(APP).findings.length, 1);
    desk.type("outgoing(x)", "outgoing(2)", LIB);
    assert.equal(desk.analyse(APP).findings.length, 0);
    desk.type("outgoing(2)", "outgoing(x)", LIB);
    assert.equal(desk.analyse(APP).findings.length, 1);
  });

  describe("of settings", () => {
    const SETTINGS = "file:///w/conf/app.properties";
    const USE = "file:///w/Use.java";
    const JAVA = `rules:
  - id: setting
    message: A weak value is used.
    severity: ERROR
    languages: [java]
    mode: taint
    options: { interfile: true, caveat_settings: true }
    pattern-sources:
      - pattern: '"=~/^weak/"'
    pattern-sinks:
      - pattern: outgoing(...)
`;
    const use = `class Use {
  void run() {
    Properties settings = new Properties();
    settings.load(new FileInputStream("conf/app.properties"));
    outgoing(settings.getProperty("kind", "weak default"));
  }
}
`;
    /** Where the traces begin that are found in the code. */
    const sources = ({ findings }: ReturnType<Desk["analyse"]>): (string | undefined)[] =>
      findings.map(({ trace }) => trace[0]?.uri);

    beforeEach(async () => {
      await analyzer.ready("properties");
      desk = new Desk(analyzer, JAVA);
    });

    it("give what a file holds, and else the default of the call", () => {
      assert.deepEqual(sources(desk.open(use, "java", USE)), [USE]);
      analyzer.addFile({ uri: SETTINGS, languageId: "properties", text: "kind = strong\n" });
      assert.deepEqual(sources(desk.analyse(USE)), []);
      analyzer.addFile({ uri: SETTINGS, languageId: "properties", text: "other = strong\nkind = weak\n" });
      assert.deepEqual(sources(desk.analyse(USE)), [SETTINGS]);
      analyzer.addFile({ uri: SETTINGS, languageId: "properties", text: "other = strong\n" });
      assert.deepEqual(sources(desk.analyse(USE)), [USE]);
      analyzer.removeFile(SETTINGS);
      assert.deepEqual(sources(desk.analyse(USE)), [USE]);
    });

    it("follow what is typed in their file, and say which documents rest on it", () => {
      desk.open("kind=strong\n", "properties", SETTINGS);
      assert.deepEqual(sources(desk.open(use, "java", USE)), []);
      desk.analyse(SETTINGS);
      analyzer.takeOutdated();
      desk.type("strong", "weak", SETTINGS);
      desk.analyse(SETTINGS);
      assert.deepEqual(analyzer.takeOutdated(), [USE]);
      assert.deepEqual(sources(desk.analyse(USE)), [SETTINGS]);
      desk.type("kind", "kinds", SETTINGS);
      assert.deepEqual(sources(desk.analyse(USE)), [USE]);
    });

    it("are no concern of rules that do not ask for them", () => {
      desk = new Desk(analyzer, JAVA.replace(", caveat_settings: true", ""));
      analyzer.addFile({ uri: SETTINGS, languageId: "properties", text: "kind = weak\n" });
      assert.deepEqual(sources(desk.open(use, "java", USE)), []);
    });
  });
});
