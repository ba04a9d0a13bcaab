import assert from "node:assert/strict";
import type { Worker } from "node:worker_threads";
import * as vscode from "vscode";
import { DANGER, EVAL, eventually, folder, openNew, replace, sees, type, write } from "./editor";

describe("the engine", () => {
  it("recovers when it is killed in the middle of an edit, and loses no document", async () => {
    let engine: Worker | undefined;
    const started = (worker: Worker) => {
      engine = worker;
    };
    process.on("worker", started);
    try {
      const first = await openNew("danger(1);\n");
      const second = await openNew("danger(1);\n");
      await sees(first.uri, DANGER);
      await vscode.commands.executeCommand("caveat.restartEngine");
      const doomed = await eventually("a new engine", () => engine !== undefined, Boolean);
      assert.ok(doomed);
      await sees(second.uri, DANGER);

      const typing = type(second, second.getText().length, "danger(2);\n");
      const killed = engine;
      assert.ok(killed);
      await killed.terminate();
      await typing;
      await sees(second.uri, DANGER, DANGER);
      assert.ok(engine !== killed);
      await replace(first, "danger(1)", "danger(1); danger(3)");
      await sees(first.uri, DANGER, DANGER);
    } finally {
      process.off("worker", started);
    }
  });

  it("scans the folder by a task, with the problems of closed files", async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: "caveat" });
    assert.deepStrictEqual(tasks.map(({ name }) => name).sort(), ["scan one", "scan two"]);
    const scan = tasks.find(({ name }) => name === "scan one");
    assert.ok(scan);
    const ended = new Promise<number | undefined>((resolve) => {
      const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.name !== scan.name) return;
        listener.dispose();
        resolve(exitCode);
      });
    });
    const closed = vscode.Uri.joinPath(folder(), "closed/app.js");
    await write(closed, "module.exports = (req, res) => res.json(eval(req.query.x));\n");
    await vscode.tasks.executeTask(scan);
    assert.equal(await ended, 1);
    const [problem] = await eventually(
      "the closed file has a problem",
      () => vscode.languages.getDiagnostics(closed),
      (found) => found.length > 0,
    );
    assert.equal(problem?.code, EVAL);
    assert.equal(problem?.range.start.character, 40);
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Error);
  });
});
