// What the suites do in the editor, and how they wait for what follows.
import assert from "node:assert/strict";
import * as vscode from "vscode";

/** A rule that the workspace brings, with a fix: `danger($X)` becomes `safe($X)`. */
export const DANGER = "workspace.danger";
export const EVAL = "javascript.eval-of-request";

/** Longer than anything takes, shorter than a test may. */
const PATIENCE = 20_000;

/** Waits until `accept` holds for what `get` gives; fails with the last value. */
export async function eventually<T>(
  what: string,
  get: () => T | Promise<T>,
  accept: (value: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  let value = await get();
  while (!accept(value)) {
    if (Date.now() > deadline) assert.fail(`${what}; last: ${JSON.stringify(value)}`);
    await pause(25);
    value = await get();
  }
  return value;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Folders that have not come by then do not come: the browser missed them as it began. */
const LATE_FOLDERS = 8_000;

// A browser may open the workspace after its extension host has begun, and at times never: its window begins again then.
before(async () => {
  const deadline = Date.now() + LATE_FOLDERS;
  while (!vscode.workspace.workspaceFolders?.length && Date.now() < deadline) await pause(25);
  if (vscode.workspace.workspaceFolders?.length) return;
  await vscode.commands.executeCommand("workbench.action.reloadWindow");
  // What follows runs in the new window.
  await pause(PATIENCE);
  assert.fail("the folders of the workspace have not come, and the window did not begin again");
});

export function folder(index = 0): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.[index];
  assert.ok(found, `no workspace folder ${index}`);
  return found.uri;
}

export async function write(uri: vscode.Uri, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

let files = 0;

/** Opens a new file of the first folder in an editor. */
export async function openNew(text: string, extension = "js"): Promise<vscode.TextDocument> {
  files += 1;
  const uri = await write(vscode.Uri.joinPath(folder(), `new-${files}.${extension}`), text);
  return show(uri);
}

export async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Rule ids of our diagnostics, in order of place. */
export function shown(uri: vscode.Uri): string[] {
  return diagnostics(uri).map(({ code }) => (typeof code === "object" ? String(code.value) : String(code)));
}

export function diagnostics(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === "Caveat")
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Waits until exactly these rules are shown. */
export async function sees(uri: vscode.Uri, ...rules: string[]): Promise<void> {
  const wanted = JSON.stringify(rules);
  await eventually(
    `${uri.path} shows ${wanted}`,
    () => shown(uri),
    (now) => JSON.stringify(now) === wanted,
  );
}

export async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  assert.ok(start >= 0, `"${from}" is not in the text`);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Puts text in at an offset, letter by letter. */
export async function type(document: vscode.TextDocument, offset: number, text: string): Promise<void> {
  for (let index = 0; index < text.length; index++) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(offset + index), text.charAt(index));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await pause(5);
  }
}

/** The actions of ours at the first place where `at` stands, resolved. */
export async function actions(
  document: vscode.TextDocument,
  at: string,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const start = document.positionAt(document.getText().indexOf(at));
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    new vscode.Range(start, start),
    kind?.value,
    20,
  );
  return found;
}

export async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit, "the action has no edit");
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

/** Changes a setting for the workspace, runs, and takes it back. */
export async function withSetting(name: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration("caveat");
  await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await run();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}
