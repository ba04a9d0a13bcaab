// Rules as documents: their pages, the hover, and the list to choose from.
import * as vscode from "vscode";
import type { EngineClient } from "../worker/client";
import type { Rule } from "../worker/protocol";
import { rulePageUri, toRange } from "./convert";
import type { Findings } from "./findings";
import type { Projects } from "./projects";
import { ownPage, ruleHover, ruleOfPagePath, rulePage } from "./translate/rule-page";

export class Rules implements vscode.TextDocumentContentProvider, vscode.HoverProvider {
  readonly #client: EngineClient;
  readonly #projects: Projects;
  readonly #findings: Findings;

  constructor(client: EngineClient, projects: Projects, findings: Findings) {
    this.#client = client;
    this.#projects = projects;
    this.#findings = findings;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const id = ruleOfPagePath(uri.path) ?? "";
    const own = ownPage(id, vscode.l10n.t);
    if (own !== undefined) return own;
    const rule = await this.find(id);
    return rule ? rulePage(rule, vscode.l10n.t) : vscode.l10n.t("There is no rule named {0}.", id);
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const shown = this.#findings.of(document.uri.toString());
    if (shown?.version !== document.version) return undefined;
    const offset = document.offsetAt(position);
    const here = shown.findings.filter(({ start, end }) => start <= offset && offset <= end);
    const ids = [...new Set(here.map(({ ruleId }) => ruleId))];
    const rules = (await Promise.all(ids.map((id) => this.find(id)))).filter((rule) => rule !== undefined);
    const [first] = here;
    if (!first || rules.length === 0) return undefined;
    return new vscode.Hover(rules.map(toHover), toRange(document, first));
  }

  /** A rule by its id or a former one; undefined when no project has it. */
  async find(ruleId: string): Promise<Rule | undefined> {
    for (const project of await this.#projects.names()) {
      const rule = await this.#client.ask("rule", { project, ruleId });
      if (rule) return rule;
    }
    return undefined;
  }

  /** Opens a rule's page; without an id the person chooses. */
  async show(ruleId?: string): Promise<void> {
    const id = ruleId ?? (await this.choose(vscode.l10n.t("Show a Rule")));
    if (id !== undefined) await vscode.commands.executeCommand("vscode.open", rulePageUri(id), { preview: true });
  }

  /** Lists the rules by the time they took; opens the page of the one chosen. */
  async showTimings(): Promise<void> {
    const [project = ""] = await this.#projects.names();
    const timings = await this.#client.ask("timings", { project });
    const items = [...timings]
      .sort((a, b) => b.milliseconds - a.milliseconds)
      .map(({ ruleId, milliseconds, findings }) => {
        const time = vscode.l10n.t("{0} ms, {1} findings", milliseconds.toFixed(1), findings);
        return { label: ruleId, description: time };
      });
    const title = vscode.l10n.t("Time That Each Rule Took Since the Engine Started");
    const chosen = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
    if (chosen) await this.show(chosen.label);
  }

  /** Lets the person choose among the rules of all projects; the workspace's own come first. */
  async choose(title: string): Promise<string | undefined> {
    const lists = (await this.#projects.names()).map((project) => this.#client.ask("rules", { project }));
    const rules = new Map((await Promise.all(lists)).flat().map((rule) => [rule.id, rule]));
    const sorted = [...rules.values()].sort((a, b) => Number(a.builtIn) - Number(b.builtIn));
    const items = sorted.map(({ id, title: what, severity }) => {
      return { label: id, description: severity, detail: what === id ? "" : what };
    });
    return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.label;
  }
}

function toHover(rule: Rule): vscode.MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([rule.id]));
  const link = `[${vscode.l10n.t("More about {0}", rule.id)}](command:caveat.showRule?${argument})`;
  const markdown = new vscode.MarkdownString(`${ruleHover(rule, vscode.l10n.t)}\n\n${link}`);
  // A rule may be the workspace's own: it can open a rule's page and nothing else.
  markdown.isTrusted = { enabledCommands: ["caveat.showRule"] };
  return markdown;
}
