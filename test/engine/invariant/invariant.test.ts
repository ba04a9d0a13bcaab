// After any edits that end in a text without errors, and in any text at idle, findings equal those of a fresh analysis.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundled } from "../../../src/dev/bundle";
import { LANGUAGES, PACKS } from "../../../src/dev/invariant/packs";
import type { Case } from "../../../src/dev/invariant/try";

/** Compared states of each language; `npm run invariant` compares more. */
const STATES = { broad: 100, "built-in": 100 } as const;

const cases = join(__dirname, "cases");

describe("invariant: edited is as fresh", () => {
  let trial: typeof import("../../../src/dev/invariant/try");
  before(async () => {
    trial = require(await bundled("invariant/try"));
  });

  for (const pack of PACKS) {
    for (const language of LANGUAGES) {
      it(`${language}, ${pack} rules`, async function () {
        this.timeout(120_000);
        const tally = await trial.tryInvariant(language, pack, STATES[pack], trial.seedOf(language, pack));
        assert.deepEqual(
          tally.failures.map(({ file, mismatch }) => `${file}: ${mismatch}`),
          [],
        );
        assert.equal(tally.states, STATES[pack]);
        assert.ok(tally.errorFree >= 0.4 * tally.states, `${tally.errorFree} states are error-free`);
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
