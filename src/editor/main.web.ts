// The extension in a browser.
import * as vscode from "vscode";
import type { FromWorker } from "../worker/protocol";
import type { Transport } from "../worker/transport";
import { activate as activateOn } from "./extension";

export function activate(context: vscode.ExtensionContext): void {
  activateOn(context, { startWorker });
}

/** A worker cannot be started from the extension's own address there; from a Blob of its bytes it can. */
async function startWorker(extension: vscode.Uri): Promise<Transport> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, "dist/worker.web.js"));
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: "text/javascript" }));
  const worker = new Worker(url, { name: "caveat" });
  const end = () => {
    worker.terminate();
    // Not before: VS Code's own start of a worker loads the script from there later.
    URL.revokeObjectURL(url);
  };
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    onMessage: (listener) => worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => listener(data)),
    onEnd: (listener) => {
      worker.addEventListener("error", (event) => {
        end();
        listener(event.message || "The worker could not be run.");
      });
    },
    terminate: end,
  };
}
