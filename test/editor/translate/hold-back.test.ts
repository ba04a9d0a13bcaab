import assert from "node:assert/strict";
import { visibleFindings } from "../../../src/editor/translate/hold-back";
import { finding, report } from "../findings";

const shown = (start: number, end: number, touched = false) => ({
  finding: finding(start, end),
  range: { start, end, touched },
});
const places = (findings: readonly { start: number }[]) => findings.map(({ start }) => start);

describe("hold-back", () => {
  it("shows everything at rest, but nothing that is suppressed", () => {
    const hidden = finding(30, 40, { suppression: { by: "nosec" } });
    const all = report([finding(0, 5), hidden], { settled: true, unsettled: [{ start: 0, end: 9 }] });
    assert.deepEqual(places(visibleFindings(all, [])), [0]);
  });

  it("holds back what is new in the statement being typed, and only there", () => {
    const typing = report([finding(0, 5), finding(12, 15)], { unsettled: [{ start: 10, end: 20 }] });
    assert.deepEqual(places(visibleFindings(typing, [])), [0]);
  });

  it("keeps what was shown there while it is still found", () => {
    const typing = report([finding(12, 16)], { unsettled: [{ start: 10, end: 20 }] });
    assert.deepEqual(places(visibleFindings(typing, [shown(12, 15)])), [12]);
    const gone = report([], { unsettled: [{ start: 10, end: 20 }] });
    assert.deepEqual(places(visibleFindings(gone, [shown(12, 15)])), []);
  });

  it("keeps what a syntax error hides for the moment", () => {
    const broken = report([finding(30, 35)], { hasSyntaxErrors: true, unsettled: [{ start: 10, end: 20 }] });
    const before = [shown(0, 5), shown(12, 15, true), shown(30, 35)];
    assert.deepEqual(places(visibleFindings(broken, before)), [0, 30], "the one in the middle was edited");
    const fix = { title: "Fix", files: [] };
    const old = { finding: finding(2, 7, { fixes: [fix] }), range: { start: 0, end: 5, touched: false } };
    const [kept] = visibleFindings(broken, [old]);
    assert.deepEqual([kept?.start, kept?.fixes], [0, []], "its fix was for an older text");
  });

  it("keeps it at rest, too, but shows whatever was found then", () => {
    const unsettled = [{ start: 10, end: 20 }];
    const broken = report([finding(14, 15)], { hasSyntaxErrors: true, settled: true, unsettled });
    assert.deepEqual(places(visibleFindings(broken, [shown(0, 5), shown(12, 13, true)])), [0, 14]);
  });

  it("drops at once what is gone from a text without syntax errors", () => {
    assert.deepEqual(places(visibleFindings(report([]), [shown(0, 5)])), []);
  });

  it("takes another rule's finding at the same place for a new one", () => {
    const other = finding(12, 15, { ruleId: "javascript.other" });
    const typing = report([other], { unsettled: [{ start: 10, end: 20 }] });
    assert.deepEqual(visibleFindings(typing, [shown(12, 15)]), []);
  });
});
