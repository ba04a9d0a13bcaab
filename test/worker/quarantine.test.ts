import assert from "node:assert/strict";
import { Quarantine } from "../../src/worker/quarantine";

const at = (uri: string, ruleId?: string) => ({
  uri,
  phase: ruleId === undefined ? ({ phase: "match" } as const) : ({ phase: "rule", ruleId } as const),
});

describe("the quarantine", () => {
  it("replays before it blames, the suspect first", () => {
    const quarantine = new Quarantine();
    assert.equal(quarantine.blame(at("b")), undefined);
    assert.equal(quarantine.replaying, true);
    assert.deepEqual(quarantine.order(["a", "b", "c"]), ["b", "a", "c"]);
  });

  it("leaves out the rule that the replay names", () => {
    const quarantine = new Quarantine();
    quarantine.blame(at("b"));
    assert.deepEqual(quarantine.blame(at("b", "slow")), { kind: "rule", ruleId: "slow", uri: "b" });
    assert.deepEqual(quarantine.rules, ["slow"]);
    assert.deepEqual(quarantine.order(["a", "b"]), ["b", "a"]);
    // A second rule may hang in the same document.
    assert.deepEqual(quarantine.blame(at("b", "slower")), { kind: "rule", ruleId: "slower", uri: "b" });
  });

  it("leaves out the document where no rule is named, until it is opened anew", () => {
    const quarantine = new Quarantine();
    quarantine.blame(at("b"));
    assert.deepEqual(quarantine.blame(at("b")), { kind: "document", uri: "b" });
    assert.equal(quarantine.replaying, false);
    assert.deepEqual(quarantine.order(["a", "b"]), ["a"]);
    quarantine.reopen("b");
    assert.deepEqual(quarantine.order(["a", "b"]), ["a", "b"]);
  });

  it("acquits what comes through the replay", () => {
    const quarantine = new Quarantine();
    quarantine.blame(at("b"));
    assert.equal(quarantine.survived("a"), false);
    assert.equal(quarantine.survived("b"), true);
    assert.equal(quarantine.replaying, false);
    assert.equal(quarantine.blame(at("b")), undefined);
  });

  it("blames nothing where nothing was announced", () => {
    assert.equal(new Quarantine().blame(undefined), undefined);
  });
});
