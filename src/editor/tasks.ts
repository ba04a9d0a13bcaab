// Tasks that scan a workspace folder with the command line that ships in the extension.
import * as vscode from "vscode";

interface ScanDefinition extends vscode.TaskDefinition {
  readonly type: "caveat";
  /** As `caveat scan --profile`. */
  readonly profile?: string;
  /** Relative to the folder; by default all of it. */
  readonly paths?: readonly string[];
}

/** The program that runs JavaScript, and the script of the command line. */
export interface CommandLine {
  readonly node: string;
  readonly script: string;
}

export function registerTasks(commandLine: CommandLine): vscode.Disposable {
  return vscode.tasks.registerTaskProvider("caveat", {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === "file")
        .map((folder) => scanTask(commandLine, { type: "caveat" }, folder)),
    resolveTask: (task) => {
      const { scope } = task;
      const folder = typeof scope === "object" ? scope : vscode.workspace.workspaceFolders?.[0];
      // The definition must stay the very object that VS Code asked about.
      return folder && scanTask(commandLine, task.definition as ScanDefinition, folder);
    },
  });
}

function scanTask(
  { node, script }: CommandLine,
  definition: ScanDefinition,
  folder: vscode.WorkspaceFolder,
): vscode.Task {
  const profile = definition.profile === undefined ? [] : ["--profile", definition.profile];
  const args = [script, "scan", "--format", "text", ...profile, ...(definition.paths ?? ["."])];
  // VS Code's own program runs as Node when it is told to; on a server it is Node already.
  const options = { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: "1" } };
  const execution = new vscode.ProcessExecution(node, args, options);
  const name = vscode.l10n.t("scan {0}", folder.name);
  const task = new vscode.Task(definition, folder, name, "caveat", execution, "$caveat");
  task.group = vscode.TaskGroup.Test;
  task.detail = vscode.l10n.t("Scans every file of the folder.");
  return task;
}
