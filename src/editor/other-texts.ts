// Positions in files that findings lead to: as they stand in an open document, or as they were last read.
import * as vscode from "vscode";
import { Lines, type Range } from "../worker/protocol";

export class OtherTexts {
  readonly #read = new Map<string, Lines>();

  /** Reads those that are not open, anew. A file that is gone has no positions any more. */
  async read(uris: Iterable<string>): Promise<void> {
    const closed = [...new Set(uris)].filter((uri) => openDocument(uri) === undefined);
    await Promise.all(closed.map((uri) => this.#readOne(uri)));
  }

  /** Whether positions can be told without reading. */
  has(uri: string): boolean {
    return this.#read.has(uri) || openDocument(uri) !== undefined;
  }

  /** Undefined where the text is not known. */
  location(uri: string, range: Range): vscode.Location | undefined {
    const document = openDocument(uri);
    const lines = this.#read.get(uri);
    if (!document && !lines) return undefined;
    const position = (offset: number): vscode.Position => {
      if (document) return document.positionAt(offset);
      const { line, column } = lines?.positionAt(offset) ?? { line: 0, column: 0 };
      return new vscode.Position(line, column);
    };
    return new vscode.Location(
      vscode.Uri.parse(uri, true),
      new vscode.Range(position(range.start), position(range.end)),
    );
  }

  async #readOne(uri: string): Promise<void> {
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
      this.#read.set(uri, new Lines(new TextDecoder().decode(bytes)));
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError)) throw error;
      this.#read.delete(uri);
    }
  }
}

function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}
