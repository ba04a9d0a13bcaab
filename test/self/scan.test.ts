// We live by our own rules.
import assert from "node:assert/strict";
import { root } from "../../src/dev/paths";
import { Installation } from "../cli/installed";

/** Code that is there to be found. No `.caveat.yml` leaves it out, so that whoever tries a scan of it sees something. */
const targets = [
  "test/examples",
  "test/recall",
  "test/editor/*/workspace",
  "test/engine/languages/samples",
  "test/dataflow/*/**",
].flatMap((glob) => ["--exclude", glob]);

describe("Caveat, scanned by itself", () => {
  let caveat: Installation;
  before(async () => {
    caveat = await Installation.make();
  });
  after(() => caveat.remove());

  it("holds nothing to find, and no stale suppression", async () => {
    const args = ["scan", "--format", "json", ...targets, "src", "test"];
    const { status, stdout, stderr } = await caveat.run(root, ...args);
    const { findings, summary } = JSON.parse(stdout) as {
      findings: { path: string; ruleId: string; start: { line: number }; suppression?: object }[];
      summary: { filesScanned: number };
    };
    const shown = findings.filter(({ suppression }) => suppression === undefined);
    assert.deepEqual(
      shown.map(({ path, ruleId, start }) => `${path}:${start.line} ${ruleId}`),
      [],
    );
    assert.deepEqual([status, stderr], [0, ""]);
    assert.ok(summary.filesScanned > 250, `${summary.filesScanned} files`);
  }).timeout(300_000);
});
