// Rules in taint mode on the command line: their traces in every report, the profile that distrusts parameters, explanations.
import assert from "node:assert/strict";
import type { Log } from "sarif";
import { Installation, Tree } from "./installed";

const RULES = `rules:
  - id: own.flow
    message: What comes in is used.
    severity: ERROR
    languages: [javascript]
    mode: taint
    options: { interfile: true }
    pattern-sources:
      - pattern: incoming()
    pattern-sinks:
      - pattern: outgoing(...)
`;
const FLOW = "function f() {\n  const a = incoming();\n  outgoing(a);\n}\n";
const PARAMETER = "export function g(b) {\n  outgoing(b);\n}\n";

describe("flows on the command line", () => {
  let caveat: Installation;
  let tree: Tree;
  before(async () => {
    caveat = await Installation.make();
    tree = new Tree({ "rules.yml": RULES, "flow.js": FLOW, "library/parameter.js": PARAMETER });
  });
  after(() => {
    caveat.remove();
    tree.remove();
  });

  const scan = async (...args: string[]): Promise<string> => {
    const { stdout, stderr } = await caveat.run(tree.folder, "scan", "--config", "rules.yml", ...args, ".");
    assert.equal(stderr, "");
    return stdout;
  };

  it("are told step by step", async () => {
    const text = await scan();
    assert.match(text, /^flow\.js:3:3: error \(high\): What comes in is used\. \[own\.flow\]$/m);
    assert.match(text, /^ {4}source flow\.js:2:13 .+$[\s\S]*^ {4}sink {3}flow\.js:3:\d+ .+$/m);
  });

  it("are code flows in SARIF", async () => {
    const [{ results = [] }] = (JSON.parse(await scan("--format", "sarif")) as Log).runs;
    assert.equal(results.length, 1);
    const steps = results[0]?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    assert.deepEqual([steps[0]?.kinds, steps.at(-1)?.kinds], [["source"], ["sink"]]);
    assert.deepEqual(
      [steps[0], steps.at(-1)].map((step) => step?.location?.physicalLocation?.region?.startLine),
      [2, 3],
    );
  });

  it("begin at parameters under the profile strict, asked for or configured", async () => {
    const places = async (...args: string[]): Promise<string[]> => {
      const { findings } = JSON.parse(await scan("--format", "json", ...args)) as {
        findings: { path: string; start: { line: number } }[];
      };
      return findings.map(({ path, start }) => `${path}:${start.line}`);
    };
    const both = ["flow.js:3", "library/parameter.js:2"];
    assert.deepEqual(await places(), both.slice(0, 1));
    assert.deepEqual(await places("--profile", "strict"), both);
    tree.write("library/.caveat.yml", "profile: strict\n");
    assert.deepEqual(await places(), both);
    assert.deepEqual(await places("--profile", "recommended"), both.slice(0, 1));
  });

  it("are explained by the parts of their rule", async () => {
    const explain = (place: string) => caveat.run(tree.folder, "explain", "own.flow", place, "--config", "rules.yml");
    const { stdout } = await explain("flow.js:3");
    assert.match(stdout, /^own\.flow reports something at flow\.js:3$/m);
    assert.match(stdout, /✓ taint\n.*✓ pattern-sources\n[\s\S]*✓ pattern-sinks\n/);
    const other = await explain("flow.js:2");
    assert.match(
      other.stdout,
      /^own\.flow reports nothing at flow\.js:2$[\s\S]*✗ pattern-sinks\n.*No sink stands here\./m,
    );
  });
});
