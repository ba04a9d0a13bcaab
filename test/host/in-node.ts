// How a suite runs in the extension host of Node.
import { mochaOptions, record } from "./record";

/** @param load loads the test files; `grep` keeps the tests whose title holds it */
export async function runSuite(load: () => void, grep: string): Promise<void> {
  const { default: Mocha } = await import("mocha");
  // The reporter that all others build on prints nothing by itself.
  const mocha = new Mocha({ ...mochaOptions, fgrep: grep, reporter: Mocha.reporters.Base });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  load();
  await record(mocha);
}
