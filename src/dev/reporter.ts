// Mocha's dots and failures on the terminal, and the counts as JSON in the file that CAVEAT_RESULTS names.
import { writeFileSync } from "node:fs";
import Mocha from "mocha";

export default class Reporter extends Mocha.reporters.Dot {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes: passed, failures: failed } = this.stats;
      if (process.env.CAVEAT_RESULTS) writeFileSync(process.env.CAVEAT_RESULTS, JSON.stringify({ passed, failed }));
    });
  }
}
