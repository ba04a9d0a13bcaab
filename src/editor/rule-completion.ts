// Completion in rule files, from the same schema that other extensions are given; they may do without them.
import * as vscode from "vscode";
import { isRuleFile, RULE_PLACES } from "../worker/protocol";
import type { Projects } from "./projects";
import { type JsonSchema, type Suggestion, suggestionsAt } from "./translate/rule-completion";

/** The extension that reads `yamlValidation`; where it is installed, it completes what the schema is contributed for. */
const YAML_EXTENSION = "redhat.vscode-yaml";

const KINDS: Readonly<Record<Suggestion["kind"], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
};

export class RuleCompletion implements vscode.CompletionItemProvider {
  static register(extension: vscode.Uri, projects: Projects): vscode.Disposable {
    const provider = new RuleCompletion(extension, projects);
    return vscode.languages.registerCompletionItemProvider({ language: "yaml" }, provider, " ", "-", "[");
  }

  readonly #schemaFile: vscode.Uri;
  readonly #projects: Projects;
  #schema: Promise<JsonSchema> | undefined;

  constructor(extension: vscode.Uri, projects: Projects) {
    this.#schemaFile = vscode.Uri.joinPath(extension, "dist/media/rules.schema.json");
    this.#projects = projects;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[]> {
    if (!this.#concerns(document)) return [];
    this.#schema ??= this.#read();
    const before = document.getText(new vscode.Range(new vscode.Position(0, 0), position));
    const after = document.lineAt(position.line).text.slice(position.character);
    const word = document.getWordRangeAtPosition(position, /[\w.-]+/);
    const typed = word && new vscode.Range(word.start, position);
    return suggestionsAt(await this.#schema, before, after).map((suggestion, index) => {
      const item = new vscode.CompletionItem(suggestion.label, KINDS[suggestion.kind]);
      item.insertText = new vscode.SnippetString(suggestion.snippet);
      item.documentation = suggestion.description;
      // In the order of the schema: what every rule needs comes first.
      item.sortText = String(index).padStart(4, "0");
      if (typed) item.range = typed;
      return item;
    });
  }

  /** Rule files by place, and whatever begins as one. */
  #concerns(document: vscode.TextDocument): boolean {
    const path = vscode.workspace.asRelativePath(document.uri, false);
    const placed = RULE_PLACES.some((place) => path === place || path.startsWith(`${place}/`)) && isRuleFile(path);
    if (placed && vscode.extensions.getExtension(YAML_EXTENSION)) return false;
    return placed || this.#projects.usesRules(document.uri) || /^rules:\s*$/m.test(document.getText());
  }

  async #read(): Promise<JsonSchema> {
    const bytes = await vscode.workspace.fs.readFile(this.#schemaFile);
    return JSON.parse(new TextDecoder().decode(bytes));
  }
}
