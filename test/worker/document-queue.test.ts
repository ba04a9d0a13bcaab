import assert from "node:assert/strict";
import {
  answered,
  dueAfterEdit,
  finished,
  nextDue,
  type QueuedDocument,
  queuedDocument,
  untilNextDue,
} from "../../src/worker/document-queue";

const debounce = { least: 30, most: 500, idle: 400 };
const document = (over: Partial<QueuedDocument> = {}): QueuedDocument => ({
  ...queuedDocument({ uri: "file:///a.js", languageId: "javascript", version: 1 }, ""),
  ...over,
});

describe("the queue of documents", () => {
  it("waits after a key press for as long as the analysis costs, within bounds", () => {
    assert.equal(dueAfterEdit(document({ cost: 0 }), 1000, debounce), 1030);
    assert.equal(dueAfterEdit(document({ cost: 100 }), 1000, debounce), 1200);
    assert.equal(dueAfterEdit(document({ cost: 9000 }), 1000, debounce), 1500);
  });

  it("is not postponed for ever by key after key", () => {
    const typed = document({ cost: 100 });
    let due = 0;
    for (let now = 1000; now <= 3000; now += 50) {
      typed.changedSince ??= now;
      due = dueAfterEdit(typed, now, debounce);
    }
    assert.equal(due, 1600);
  });

  it("takes the document edited last first, and none that is not due", () => {
    const early = document({ uri: "a", due: 10, lastEdit: 10 });
    const late = document({ uri: "b", due: 20, lastEdit: 20 });
    const future = document({ uri: "c", due: 99, lastEdit: 30 });
    assert.equal(nextDue([early, late, future], 50), late);
    assert.equal(nextDue([early, late, future], 15), early);
    assert.equal(nextDue([early, late, future], 5), undefined);
    assert.equal(untilNextDue([late, early], 5), 5);
    assert.equal(untilNextDue([late, early], 50), 0);
    assert.equal(untilNextDue([document()], 50), undefined);
  });

  it("answers what an analysis covers, and keeps what came later", () => {
    const asked = document({
      waiting: [
        { id: 1, version: 1 },
        { id: 2, version: 2 },
        { id: 3, version: 3 },
      ],
    });
    assert.deepEqual(answered(asked, 2), [
      { id: 1, outcome: "superseded" },
      { id: 2, outcome: "analysed" },
    ]);
    assert.deepEqual(asked.waiting, [{ id: 3, version: 3 }]);
  });

  it("looks again once the document rests, and then no more", () => {
    const typed = document({ settled: false, lastEdit: 1000, changedSince: 1000, abandoned: 2 });
    finished(typed, 10, debounce.idle);
    assert.deepEqual([typed.due, typed.settled, typed.abandoned, typed.changedSince], [1400, true, 0, undefined]);
    finished(typed, 10, debounce.idle);
    assert.equal(typed.due, undefined);
  });

  it("takes one slow analysis, as the first one is, for an exception", () => {
    const opened = document();
    finished(opened, 900, debounce.idle);
    finished(opened, 4, debounce.idle);
    assert.equal(opened.cost, 4);
    for (let run = 0; run < 10; run++) finished(opened, 100, debounce.idle);
    assert.ok(opened.cost > 90);
  });

  it("leaves the plan of a newer edit alone", () => {
    const typed = document({ settled: false, due: 1030, changedSince: 990, steps: [() => undefined] });
    finished(typed, 10, debounce.idle);
    assert.deepEqual([typed.due, typed.settled, typed.changedSince], [1030, false, 990]);
  });
});
