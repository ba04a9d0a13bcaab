// Runs mocha inside an extension host and leaves the results in a file beside the workspace, since the host's end and
// its console do not reach the launcher reliably.
import type Mocha from "mocha";
import * as vscode from "vscode";

/** What the launcher reads. It is written after every test, so that a host that dies has said how far it came. */
export interface HostResults {
  readonly done: boolean;
  readonly passed: number;
  readonly tests: readonly { readonly title: string; readonly error?: string }[];
}

/** The options of mocha in every host. */
export const mochaOptions = { ui: "bdd", timeout: 30_000, forbidOnly: true, forbidPending: true } as const;

/** Runs the loaded suites to their end. */
export async function record(mocha: Mocha): Promise<void> {
  const tests: { title: string; error?: string }[] = [];
  const file = resultsFile();
  let written: Promise<void> = Promise.resolve();
  const write = (done: boolean) => {
    const passed = tests.filter((test) => test.error === undefined).length;
    const results: HostResults = { done, passed, tests };
    const content = new TextEncoder().encode(JSON.stringify(results));
    written = written.then(() => vscode.workspace.fs.writeFile(file, content));
  };
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on("pass", (test) => {
      tests.push({ title: test.fullTitle() });
      write(false);
    });
    runner.on("fail", (test, error) => {
      tests.push({ title: test.fullTitle(), error: error.stack ?? String(error) });
      write(false);
    });
  });
  write(true);
  await written;
}

/** `results.json` beside the workspace's folder (see the launcher, which makes that place). */
function resultsFile(): vscode.Uri {
  const { workspaceFile, workspaceFolders } = vscode.workspace;
  const first = workspaceFile ?? workspaceFolders?.[0]?.uri;
  if (first === undefined) throw new Error("The host suites need a workspace.");
  return vscode.Uri.joinPath(first, workspaceFile ? "../../results.json" : "../results.json");
}
