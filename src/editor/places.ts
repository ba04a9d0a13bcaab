// Where documents stand.
import * as vscode from "vscode";

/** The file that a document belongs to: itself, or the notebook of a cell. */
export function fileOf(document: vscode.TextDocument): vscode.Uri {
  if (document.uri.scheme !== "vscode-notebook-cell") return document.uri;
  const holds = (notebook: vscode.NotebookDocument) => notebook.getCells().some((cell) => cell.document === document);
  return vscode.workspace.notebookDocuments.find(holds)?.uri ?? document.uri;
}

/** The file's path inside the folder, with `/`; its whole path where it lies outside. */
export function relativePath(folder: vscode.WorkspaceFolder, file: vscode.Uri): string {
  const root = folder.uri.path.endsWith("/") ? folder.uri.path : `${folder.uri.path}/`;
  return file.path.startsWith(root) ? file.path.slice(root.length) : file.path;
}
