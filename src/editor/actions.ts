// The lightbulb: fixes that are proved, then explanations, then suppressions; and fixing all on save.
import * as vscode from "vscode";
import { type Finding, SUPPRESSION_RULE_IDS } from "../worker/protocol";
import { toOffsets, toShownRange } from "./convert";
import type { Findings } from "./findings";
import type { Fixes, ProvedFix } from "./fixes";
import type { FindingTarget, SuppressionScope } from "./suppress";

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append("caveat");

/** An action whose edit is made when it is chosen. */
class FixAction extends vscode.CodeAction {
  constructor(
    readonly proved: ProvedFix,
    title: string,
    kind: vscode.CodeActionKind,
  ) {
    super(title, kind);
  }
}

export class Actions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
    documentation: [
      {
        kind: vscode.CodeActionKind.QuickFix,
        command: { command: "caveat.showRule", title: vscode.l10n.t("About Caveat's Rules") },
      },
    ],
  };

  readonly #findings: Findings;
  readonly #fixes: Fixes;

  constructor(findings: Findings, fixes: Fixes) {
    this.#findings = findings;
    this.#fixes = fixes;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const quick = !context.only || context.only.contains(vscode.CodeActionKind.QuickFix);
    // Never unasked: it changes places that the person does not look at.
    const all = context.only?.contains(FIX_ALL) ?? false;
    if (!quick && !all) return [];
    const shown = await this.#findings.present(document);
    if (!shown || token.isCancellationRequested) return [];
    if (all) return this.#fixAll(document, shown.findings);
    const { start, end } = toOffsets(document, range);
    const here = shown.findings.filter((finding) => finding.start <= end && start <= finding.end);
    return this.#quickFixes(document, here, shown.findings, context.diagnostics);
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (action instanceof FixAction) action.edit = await this.#fixes.edit(action.proved);
    return action;
  }

  async #fixAll(document: vscode.TextDocument, findings: readonly Finding[]): Promise<vscode.CodeAction[]> {
    const fixable = findings.filter(({ fixes }) => fixes.length > 0);
    const proved = fixable.length > 0 ? await this.#fixes.all(document, fixable) : undefined;
    return proved ? [new FixAction(proved, vscode.l10n.t("Fix All That Caveat Can"), FIX_ALL)] : [];
  }

  /**
   * Ordered fix, fix all of the rule, explain, walk through the trace, suppress; the first fix alone is preferred. Every one names the
   * diagnostics it is about: VS Code puts those that do before those that do not.
   */
  async #quickFixes(
    document: vscode.TextDocument,
    here: readonly Finding[],
    everywhere: readonly Finding[],
    diagnostics: readonly vscode.Diagnostic[],
  ): Promise<vscode.CodeAction[]> {
    const fixes: vscode.CodeAction[] = [];
    for (const finding of here) {
      for (const proved of await this.#fixes.of(document, finding)) {
        const action = new FixAction(proved, proved.fix.title, vscode.CodeActionKind.QuickFix);
        action.isPreferred = fixes.length === 0;
        fixes.push(about(finding, action, document, diagnostics));
      }
    }
    const rules = [...new Map(here.map((finding) => [finding.ruleId, finding])).values()];
    const whole = await Promise.all(rules.map(({ ruleId }) => this.#fixRule(document, ruleId, everywhere)));
    const own = new Set<string>(SUPPRESSION_RULE_IDS);
    const others = [
      ...rules.flatMap((finding, index) => whole[index]?.map((action) => ({ finding, action })) ?? []),
      ...rules.map((finding) => ({ finding, action: explanation(finding) })),
      ...here.flatMap((finding) => walk(finding).map((action) => ({ finding, action }))),
      ...rules
        .filter(({ ruleId }) => !own.has(ruleId))
        .flatMap((finding) => suppressions(document, finding).map((action) => ({ finding, action }))),
    ];
    return [...fixes, ...others.map(({ finding, action }) => about(finding, action, document, diagnostics))];
  }

  /** One action for all places of the rule, where there are several and a fix for them was proved. */
  async #fixRule(
    document: vscode.TextDocument,
    ruleId: string,
    everywhere: readonly Finding[],
  ): Promise<vscode.CodeAction[]> {
    const fixable = everywhere.filter((finding) => finding.ruleId === ruleId && finding.fixes.length > 0);
    if (fixable.length < 2) return [];
    const proved = await this.#fixes.all(document, fixable);
    const title = vscode.l10n.t("Fix All of {0} in This File", ruleId);
    return proved ? [new FixAction(proved, title, vscode.CodeActionKind.QuickFix)] : [];
  }
}

function explanation({ ruleId }: Finding): vscode.CodeAction {
  return commandAction(vscode.l10n.t("Explain {0}", ruleId), "caveat.showRule", [ruleId]);
}

function walk(finding: Finding): vscode.CodeAction[] {
  if (finding.trace.length === 0) return [];
  const title = vscode.l10n.t("Walk Through the Trace of {0}", finding.ruleId);
  return [commandAction(title, "caveat.walkTrace", [targetOf(finding)])];
}

function targetOf({ uri, ruleId, fingerprint }: Finding): FindingTarget {
  return { uri, ruleId, fingerprint };
}

function suppressions(document: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
  const titles: Readonly<Record<SuppressionScope, string>> = {
    line: vscode.l10n.t("Turn {0} Off on This Line…", finding.ruleId),
    file: vscode.l10n.t("Turn {0} Off in This File…", finding.ruleId),
    folder: vscode.l10n.t("Turn {0} Off in This Folder…", finding.ruleId),
  };
  const inFolder = vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
  const scopes: SuppressionScope[] = inFolder ? ["line", "file", "folder"] : ["line", "file"];
  return scopes.map((scope) => commandAction(titles[scope], "caveat.suppress", [targetOf(finding), scope]));
}

function commandAction(title: string, command: string, args: readonly unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title, arguments: [...args] };
  return action;
}

/** The action, with the diagnostics that show the finding. */
function about(
  finding: Finding,
  action: vscode.CodeAction,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const range = toShownRange(document, finding);
  action.diagnostics = diagnostics.filter(({ code, range: shown }) => {
    return typeof code === "object" && code.value === finding.ruleId && shown.isEqual(range);
  });
  return action;
}
