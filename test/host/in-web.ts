// How a suite runs in the web extension host, a worker of the browser.
import "mocha/mocha.js";
import { mochaOptions, record } from "./record";

/** @param load loads the test files; `grep` keeps the tests whose title holds it */
export async function runSuite(load: () => void, grep: string): Promise<void> {
  // The reporter that all others build on prints nothing by itself.
  mocha.setup({ ...mochaOptions, fgrep: grep, reporter: Mocha.reporters.Base });
  load();
  await record(mocha);
}
