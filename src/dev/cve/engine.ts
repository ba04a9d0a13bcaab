// The texts of a repair under the built-in rules, by the engine as the hosts use it.
import { readFile } from "node:fs/promises";
import { type Analyzer, createAnalyzer, type RuleSet } from "../../engine/analyzer";
import type { Finding, Range } from "../../engine/findings/finding";
import { Lines as TextLines } from "../../engine/findings/lines";
import { languageNamed } from "../../engine/languages";
import { loadGrammar, loweringOf } from "../../engine/languages/language";
import { fragmentLanguages } from "../../engine/rules/fragment-languages";
import { createSyntax, type Syntax } from "../../engine/syntax";
import { Kind, Role } from "../../engine/tree/kinds";
import type { Tree } from "../../engine/tree/tree";
import { resolveConfiguration } from "../../project/configuration";
import { skipReason } from "../../project/files";
import { isFollowed } from "../../project/followed";
import { languageOf } from "../../project/language-of";
import { distrustsParameters, selectRules } from "../../project/select-rules";
import { inRoot } from "../paths";
import { libraryModels, readBuiltInRules } from "../rules";
import type { Lines as ChangedLines } from "./changes";
import type { Outline, Place } from "./places";

export const PROFILES = ["recommended", "strict"] as const;
export type ScoredProfile = (typeof PROFILES)[number];

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** A squiggle, with the line where it starts, counted from one. */
export interface Squiggle extends Place {
  readonly path: string;
  readonly finding: Finding;
}

const grammars = { load: (file: string) => readFile(inRoot("grammars", file)) };

export class Scanner {
  private constructor(
    private readonly analyzer: Analyzer,
    private readonly sets: Readonly<Record<ScoredProfile, RuleSet>>,
    private readonly syntax: Syntax,
  ) {}

  static async start(): Promise<Scanner> {
    const analyzer = await createAnalyzer({ grammars, models: libraryModels(), log: () => undefined });
    const { rules } = readBuiltInRules();
    for (const language of fragmentLanguages(rules)) await analyzer.ready(language);
    const set = (profile: ScoredProfile) => analyzer.ruleSet(selectRules(rules, resolveConfiguration([], { profile })));
    const sets = { recommended: set("recommended"), strict: set("strict") };
    return new Scanner(analyzer, sets, await createSyntax(grammars, () => undefined));
  }

  /**
   * What the editor would underline in files that stand in one workspace.
   * @param others the other files of the workspace, which flows may lead to
   */
  async squiggles(
    files: readonly SourceText[],
    profile: ScoredProfile,
    others: readonly SourceText[],
  ): Promise<Squiggle[]> {
    const opened: SourceText[] = [];
    const followed = others.filter(({ path, text }) => isFollowed(path, text));
    for (const { path, text } of followed) {
      const languageId = languageOf(path, undefined);
      if (languageId !== undefined) this.analyzer.addFile({ uri: path, languageId, text, path });
    }
    for (const file of files) {
      const languageId = languageOf(file.path, undefined);
      if (languageId === undefined || skipReason(file.path, file.text) !== undefined) continue;
      await this.analyzer.ready(languageId, file.text);
      this.analyzer.open({ uri: file.path, languageId, text: file.text, version: 1, path: file.path });
      opened.push(file);
    }
    const options = {
      rules: this.sets[profile],
      today: "2026-01-01",
      strict: distrustsParameters(profile),
      idle: true,
    };
    const found: Squiggle[] = [];
    for (const file of opened) {
      const { path, text } = file;
      const lines = new TextLines(text);
      const findings = this.findings(path, options);
      const parsed = findings.length > 0 ? await this.parsed(file) : undefined;
      for (const finding of findings) {
        const steps = finding.trace.filter(({ uri }) => uri === path);
        const passes = steps.map(({ start }) => lines.lineAt(start) + 1);
        const [source] = steps;
        const isSource = ({ start, end }: Range) => start === source?.start && end === source.end;
        const origins = new Set(source ? namesIn(parsed, source) : []);
        const names = new Set(steps.filter((step) => !isSource(step)).flatMap((step) => wholeName(parsed, step)));
        for (const name of valuesIn(parsed, finding)) names.add(name);
        found.push({ path, line: lines.lineAt(finding.start) + 1, passes, names, origins, finding });
      }
    }
    for (const { path } of opened) this.analyzer.close(path);
    for (const { path } of followed) this.analyzer.removeFile(path);
    return found;
  }

  private findings(uri: string, options: Parameters<Analyzer["analyze"]>[1]): readonly Finding[] {
    const steps = this.analyzer.analyze(uri, options);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value.findings;
    }
  }

  private async parsed({ path, text }: SourceText): Promise<Parsed | undefined> {
    const language = languageNamed(languageOf(path, undefined) ?? "");
    if (!language) return undefined;
    const grammar = await loadGrammar(language, this.syntax);
    return { tree: loweringOf(language, grammar).lower(grammar.parse(text)), text };
  }

  /** Variables and fields that the lines name, counted from one. */
  async named(file: SourceText, changed: readonly ChangedLines[]): Promise<string[]> {
    const parsed = await this.parsed(file);
    const lines = file.text.split("\n");
    const startOf = (line: number) => lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    return changed.flatMap(([first, last]) => namesIn(parsed, { start: startOf(first), end: startOf(last + 1) }));
  }

  /** Where the functions of the text are, and what runs outside of them; nothing where its language is not known. */
  async outline(file: SourceText): Promise<Outline> {
    const parsed = await this.parsed(file);
    if (!parsed) return { functions: [], top: new Set() };
    const { tree, text } = parsed;
    const lines = new TextLines(text);
    const lineAt = (offset: number) => lines.lineAt(offset) + 1;
    const linesOf = (row: number) => [lineAt(tree.start[row]!), lineAt(tree.end[row]!)] as const;
    const rows = Array.from({ length: tree.length }, (_, row) => row);
    const functions = rows
      .filter((row) => tree.kind[row] === Kind.Function || tree.kind[row] === Kind.Lambda)
      .map(linesOf);
    const statements = rows.filter((row) => tree.parent[row] === 0 && !DECLARATIONS.has(tree.kind[row]!)).map(linesOf);
    const isInside = (line: number) => functions.some(([first, last]) => first <= line && line <= last);
    const top = statements.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((line) => !isInside(line)),
    );
    return { functions, top: new Set(top) };
  }
}

interface Parsed {
  readonly tree: Tree;
  readonly text: string;
}

/** What a variable or a field looks like, with what it belongs to. */
const NAME = /^[$@]*[\p{L}_][\p{L}\p{N}_$]*(?:\.[$@]*[\p{L}_][\p{L}\p{N}_$]*)*$/u;

/** The variables and fields that stand in a range: of a call, what it is made on, and not what is called. */
function namesIn(parsed: Parsed | undefined, { start, end }: Range): string[] {
  if (!parsed) return [];
  const { tree, text } = parsed;
  const names: string[] = [];
  for (let row = 0; row < tree.length; row++) {
    if (tree.start[row]! < start || tree.end[row]! > end) continue;
    const [kind, role] = [tree.kind[row], tree.role[row]];
    if ((kind !== Kind.Identifier && kind !== Kind.Member) || PARTS.has(role!)) continue;
    const written = text
      .slice(tree.start[row], tree.end[row])
      .replace(/\s+/g, "")
      .replace(/\?\.|!?\.|->|::/g, ".");
    const name = role === Role.Callee ? written.slice(0, Math.max(0, written.lastIndexOf("."))) : written;
    if (NAME.test(name) && !SELF.has(name)) names.push(name);
  }
  return names;
}

/** The variable or the field that a range is; nothing where it is more. */
function wholeName(parsed: Parsed | undefined, range: Range): readonly string[] {
  const written = parsed?.text.slice(range.start, range.end) ?? "";
  return /[^\p{L}\p{N}_$@.:>?!-]/u.test(written) ? [] : namesIn(parsed, range);
}

/** What a finding is shown at names what flows, unless that is a call, whose arguments are many. */
function valuesIn(parsed: Parsed | undefined, { start, end }: Range): readonly string[] {
  const { tree } = parsed ?? {};
  const row = tree ? tree.start.findIndex((from, at) => from === start && tree.end[at] === end) : -1;
  const isCall = row >= 0 && (tree?.kind[row] === Kind.Call || tree?.kind[row] === Kind.New);
  return isCall ? [] : namesIn(parsed, { start, end });
}

const PARTS: ReadonlySet<number> = new Set([Role.Object, Role.Property]);
const SELF: ReadonlySet<string> = new Set(["this", "self", "cls", "$this"]);

/** What declares something and runs nothing. */
const DECLARATIONS: ReadonlySet<number> = new Set([Kind.Import, Kind.Class, Kind.Function]);
