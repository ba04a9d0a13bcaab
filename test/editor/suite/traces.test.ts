import assert from "node:assert/strict";
import * as vscode from "vscode";
import { actions, diagnostics, eventually, folder, openNew, replace, sees, write } from "./editor";

const FLOW = "workspace.flow";
const CODE = "function f() {\n  const a = incoming();\n  const b = a + 1;\n  outgoing(b);\n}\n";

const lineOf = () => (vscode.window.activeTextEditor?.selection.active.line ?? -1) + 1;
const run = (command: string) => vscode.commands.executeCommand(`caveat.${command}`);

async function putCursor(document: vscode.TextDocument, at: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const position = document.positionAt(document.getText().indexOf(at));
  editor.selection = new vscode.Selection(position, position);
}

describe("the trace of a finding", () => {
  afterEach(() => run("endTrace"));

  it("stands beside the diagnostic, numbered from source to sink", async () => {
    const document = await openNew(CODE);
    await sees(document.uri, FLOW);
    const related = diagnostics(document.uri)[0]?.relatedInformation ?? [];
    assert.ok(related.length >= 2, `${related.length} steps`);
    assert.deepStrictEqual(
      related.map(({ message }) => Number.parseInt(message, 10)),
      related.map((_, index) => index + 1),
    );
    assert.equal(related[0]?.location.range.start.line, 1);
    assert.equal(related.at(-1)?.location.range.start.line, 3);
    for (const { location } of related) assert.equal(location.uri.toString(), document.uri.toString());
  });

  it("moves with what is typed above it", async () => {
    const document = await openNew(CODE);
    await sees(document.uri, FLOW);
    await replace(document, "function f", "\n\nfunction f");
    await eventually(
      "the trace has moved",
      () => diagnostics(document.uri)[0]?.relatedInformation?.[0]?.location.range.start.line,
      (line) => line === 3,
    );
  });

  it("is walked step by step, forwards and back, from the cursor's finding", async () => {
    const document = await openNew(CODE);
    await sees(document.uri, FLOW);
    await putCursor(document, "outgoing(b)");
    assert.equal(await run("walkTrace"), true);
    assert.equal(lineOf(), 2);
    const steps = diagnostics(document.uri)[0]?.relatedInformation?.length ?? 0;
    for (let step = 1; step < steps; step++) assert.equal(await run("nextStep"), true);
    assert.equal(lineOf(), 4);
    await run("nextStep");
    assert.equal(lineOf(), 2);
    await run("previousStep");
    assert.equal(lineOf(), 4);
  });

  it("is found wherever the cursor stands, where it is the only one", async () => {
    const document = await openNew(CODE);
    await sees(document.uri, FLOW);
    await putCursor(document, "function f");
    assert.equal(await run("walkTrace"), true);
    assert.equal(lineOf(), 2);
  });

  it("follows what is typed while it is walked", async () => {
    const document = await openNew(CODE);
    await sees(document.uri, FLOW);
    await putCursor(document, "outgoing(b)");
    assert.equal(await run("walkTrace"), true);
    await replace(document, "function f", "// More.\nfunction f");
    await run("previousStep");
    assert.equal(lineOf(), 5);
  });

  it("shows its numbers on request, and hides them", async () => {
    const document = await openNew(CODE);
    await sees(document.uri, FLOW);
    await putCursor(document, "outgoing(b)");
    const steps = diagnostics(document.uri)[0]?.relatedInformation?.length;
    assert.equal(await run("showTrace"), steps);
    assert.equal(lineOf(), 4);
    assert.equal(await run("showTrace"), 0);
  });

  it("is offered at the lightbulb", async () => {
    const document = await openNew(CODE);
    await sees(document.uri, FLOW);
    const walk = (await actions(document, "outgoing(b)")).find(({ title }) => title.startsWith("Walk"));
    assert.equal(walk?.title, `Walk Through the Trace of ${FLOW}`);
    const [target] = walk?.command?.arguments ?? [];
    assert.equal(await vscode.commands.executeCommand("caveat.walkTrace", target), true);
    assert.equal(lineOf(), 2);
  });

  it("leads through another file, to which the walk goes", async () => {
    const library = await openNew("export function use(x) {\n  outgoing(x);\n}\n");
    const name = library.uri.path.replace(/^.*\/(.*)\.js$/, "$1");
    const document = await openNew(`import { use } from "./${name}";\nuse(incoming());\n`);
    await sees(document.uri, FLOW);
    const related = diagnostics(document.uri)[0]?.relatedInformation ?? [];
    assert.deepStrictEqual(
      [related[0], related.at(-1)].map((step) => [step?.location.uri.path, step?.location.range.start.line]),
      [
        [document.uri.path, 1],
        [library.uri.path, 1],
      ],
    );
    await putCursor(document, "use(incoming");
    assert.equal(await run("walkTrace"), true);
    await run("previousStep");
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, library.uri.path);
    assert.equal(lineOf(), 2);
    await run("nextStep");
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, document.uri.path);
    assert.equal(lineOf(), 2);
  });
});

describe("flows", () => {
  it("lead into a file that nobody has opened, and follow what becomes of it", async () => {
    const library = vscode.Uri.joinPath(folder(), "closed-library.js");
    const unsafe = "export function pass(x) {\n  outgoing(x);\n}\n";
    await write(library, unsafe);
    const document = await openNew(`import { pass } from "./closed-library";\npass(incoming());\n`);
    await sees(document.uri, FLOW);
    await write(library, "export function pass(x) {\n  return x;\n}\n");
    await sees(document.uri);
    await write(library, unsafe);
    await sees(document.uri, FLOW);
    await vscode.workspace.fs.delete(library);
    await sees(document.uri);
    assert.ok(!vscode.workspace.textDocuments.some(({ uri }) => uri.path === library.path));
  });
});
