// After any edits that end in a text without errors, and in any text at idle, findings equal those of a fresh analysis.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundled } from "../../../src/dev/bundle";
import { LANGUAGES, PACKS, rulesOf } from "../../../src/dev/invariant/packs";
import type { Case } from "../../../src/dev/invariant/try";

/** Compared states of each language; `npm run invariant` compares more. */
const STATES = { broad: 30, "built-in": 25 } as const;
/** Most edits of data that is all brackets and quotes leave an error. */
const FEWEST_ERROR_FREE = 0.25;

const cases = join(__dirname, "cases");

describe("invariant: edited is as fresh", () => {
  let trial: typeof import("../../../src/dev/invariant/try");
  before(async () => {
    trial = require(await bundled("invariant/try"));
  });

  for (const pack of PACKS) {
    for (const language of LANGUAGES) {
      if (rulesOf(pack, language).length === 0) continue;
      it(`${language}, ${pack} rules`, async function () {
        this.timeout(60_000);
        const tally = await trial.tryInvariant(language, pack, STATES[pack], trial.seedOf(language, pack));
        assert.deepEqual(
          tally.failures.map(({ file, mismatch }) => `${file}: ${mismatch}`),
          [],
        );
        assert.equal(tally.states, STATES[pack]);
        assert.ok(tally.errorFree >= FEWEST_ERROR_FREE * tally.states, `${tally.errorFree} states are error-free`);
      });
    }
  }

  for (const file of readdirSync(cases).filter((name) => name.endsWith(".json"))) {
    it(`case ${file}`, async () => {
      const kept: Case = JSON.parse(readFileSync(join(cases, file), "utf8"));
      assert.equal(await trial.tryCase(kept), undefined);
    });
  }
});
