// The extension in Node: desktop and remote hosts.
import { Worker } from "node:worker_threads";
import * as vscode from "vscode";
import type { FromWorker } from "../worker/protocol";
import type { Transport } from "../worker/transport";
import { activate as activateOn } from "./extension";

export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, "dist/cli.js").fsPath;
  activateOn(context, {
    startWorker: async (extension) => startWorker(vscode.Uri.joinPath(extension, "dist/worker.node.js").fsPath),
    commandLine: { node: process.execPath, script },
  });
}

function startWorker(script: string): Transport {
  const worker = new Worker(script, { name: "caveat", stdout: false, stderr: false });
  let terminated = false;
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    onMessage: (listener) => worker.on("message", (message: FromWorker) => listener(message)),
    onEnd: (listener) => {
      let reason = "";
      worker.on("error", (error) => {
        reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      });
      worker.on("exit", (code) => {
        if (!terminated) listener(reason || `The worker exited with code ${code}.`);
      });
    },
    terminate: () => {
      terminated = true;
      // Nothing waits for its end; the promise gives the exit code and does not fail.
      void worker.terminate();
    },
  };
}
