// The one door of the engine: documents are opened, edited and closed; findings come out; fixes are proved.
import { ClosedFiles } from "./analysis/closed-files";
import { explain } from "./analysis/explain";
import { Grammars } from "./analysis/grammars";
import { brokenStatements, errorCount, statementAt, statementStart } from "./analysis/places";
import { PreparedRules } from "./analysis/prepared-rules";
import { type Laboratory, prove, proveAll, proveSuppression } from "./analysis/proof";
import { atRest, moved, type Resting, resting } from "./analysis/resting";
import { type OtherFile, run, type Subject, type Tools } from "./analysis/run";
import { Standings } from "./analysis/standing";
import { toEnd } from "./analysis/steps";
import { type RuleTiming, Timings } from "./analysis/timings";
import { Workspace, type WorkspaceFile } from "./analysis/workspace";
import { around, type LibraryModel } from "./dataflow";
import { applyEdits } from "./findings/edits";
import type { Explanation } from "./findings/explanation";
import type { Finding, Fix, Problem, Range, TextEdit } from "./findings/finding";
import { type Language, languageNamed } from "./languages";
import { createRegexEngine, type RegexEngine } from "./regex";
import { type FaultyText, RuleFault } from "./rules/compile";
import type { Place, Rule } from "./rules/rule";
import { checkedSource, createSyntax, type GrammarSource, type ParsedText, type SyntaxDocument } from "./syntax";
import type { Tree } from "./tree/tree";

export interface DocumentInput {
  /** Any string that names the document; a URI in hosts. */
  readonly uri: string;
  /** VS Code's language id or our canonical name; unknown ones get only the rules for any text. */
  readonly languageId: string;
  readonly text: string;
  readonly version: number;
  /** With `/`, relative to the project's root: what the rules' `paths` are matched against. */
  readonly path?: string;
}

/** All offsets refer to the text before the list; changes do not overlap (VS Code's contentChanges). */
export type TextChange = TextEdit;

/** Names the rule set, profile and suppressions that an analysis uses; made once per project and configuration. */
export interface AnalysisOptions {
  /** Rules to run, already chosen by profile, severity and configuration. */
  readonly rules: RuleSet;
  /** Only findings that touch it are returned. */
  readonly range?: Range;
  /** ISO date (`2027-01-31`) against which `until` of suppressions is judged. */
  readonly today: string;
  /** What callers hand to the functions of a file is untrusted, though nothing in the file calls them. */
  readonly strict?: boolean;
  /** The document is at rest: a fresh parse replaces a tree that holds errors, and all is searched and followed. */
  readonly idle?: boolean;
}

/** Rules prepared for running; compiled lazily, shared by all documents. Made by `Analyzer.ruleSet`. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  /** How many of them run on a document of this language and path. */
  count(languageId: string, path?: string): number;
  /** Canonical names of the languages that flows of a document may lead to; none where no rule leaves its file. */
  followedFrom(languageId: string): readonly string[];
}

export type { RuleTiming } from "./analysis/timings";

export interface Analysis {
  readonly uri: string;
  readonly version: number;
  /** In order of place, suppressed ones included (they carry `suppression`). */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** The text does not parse without errors. */
  readonly hasSyntaxErrors: boolean;
  /** The innermost statements that hold an error or the last edit: an editor may hold findings in them back while typing goes on. */
  readonly unsettled: readonly Range[];
  readonly milliseconds: number;
}

/** What an analysis is doing, announced before it is done, so that a watchdog can tell what hung. */
export type Phase =
  | { readonly phase: "parse" | "match" | "flows" | "finish" }
  | { readonly phase: "rule"; readonly ruleId: string };

export type Proof =
  | { readonly proved: true; readonly fix: Fix; readonly text: string }
  | { readonly proved: false; readonly reason: string };

export interface RuleProblem {
  readonly ruleId: string;
  /** Where the rule stands in its set: others may have the same id. */
  readonly index: number;
  readonly message: string;
  readonly at?: Place;
  readonly inside?: FaultyText;
}

/** What the engine needs of its host. */
export interface AnalyzerHost {
  /** Bytes of the files in `grammars/`. */
  readonly grammars: GrammarSource;
  /** What is known of libraries, for rules that follow data. */
  readonly models?: readonly LibraryModel[];
  /** Something worth a line in a log. */
  log(message: string): void;
  /** Milliseconds of any monotonic clock, for timings alone; without one they are zero. */
  now?(): number;
}

export interface Analyzer {
  /**
   * Makes grammars ready that the language needs, and those of the code of other languages that `text` holds; resolves
   * at once for unknown languages and where all are loaded; rejects with a clear error.
   */
  ready(languageId: string, text?: string): Promise<void>;
  /** Compiles lazily; rules whose patterns do not parse report themselves as problems of the first analysis and in `ruleProblems`. */
  ruleSet(rules: readonly Rule[]): RuleSet;
  /** Compiles every rule now and says what is wrong with each that cannot run. Only languages made ready are looked at. */
  ruleProblems(rules: RuleSet): readonly RuleProblem[];
  open(document: DocumentInput): void;
  edit(uri: string, version: number, changes: readonly TextChange[]): void;
  close(uri: string): void;
  text(uri: string): string | undefined;
  /** Takes a file of the workspace, or its new text, for flows that lead there; an open document counts before it. */
  addFile(file: WorkspaceFile): void;
  removeFile(uri: string): void;
  /** Open documents whose flows lead to texts that changed since their analysis; each is said once. */
  takeOutdated(): readonly string[];
  /** A generator that yields between short steps (a millisecond or less each as a rule), so that its caller can stop it. */
  analyze(uri: string, options: AnalysisOptions): Generator<Phase, Analysis>;
  /** Applies the fix in memory and analyses: holds if no new error node, the finding gone, no new finding. */
  prove(finding: Finding, fix: Fix, options: AnalysisOptions): Proof;
  /** The non-overlapping fixes of these findings as one edit, imports merged, proved as a whole; unproved ones are left out. */
  fixAll(uri: string, findings: readonly Finding[], options: AnalysisOptions): Proof;
  /** An edit that inserts a suppression comment with its reason, proved to parse and to suppress. `scope` line or file. */
  suppress(finding: Finding, scope: "line" | "file", reason: string, options: AnalysisOptions): Proof;
  /** Why a rule does or does not match where the place is; the rule need not be in any set. `strict` as in an analysis. */
  explain(uri: string, rule: Rule, place: Range, today: string, strict?: boolean): Explanation;
  timings(): readonly RuleTiming[];
  dispose(): void;
}

/**
 * Starts an engine: its regular expressions at once, grammars when `ready` asks for them.
 * @throws GrammarFileError where a file is missing or damaged
 */
export async function createAnalyzer(host: AnalyzerHost): Promise<Analyzer> {
  const log = (message: string): void => host.log(message);
  const grammars = await checkedSource(host.grammars, log);
  const [syntax, pcre2] = await Promise.all([createSyntax(grammars, log), grammars.load("pcre2.wasm")]);
  const regexes = await createRegexEngine(pcre2);
  return new DocumentAnalyzer(new Grammars(syntax), regexes, host.models ?? [], host.now ?? (() => 0));
}

interface OpenDocument {
  readonly input: DocumentInput;
  readonly language: Language | undefined;
  /** Undefined where the language is unknown or its grammar not ready. */
  syntax: SyntaxDocument | undefined;
  /** What was parsed of it when it was not open yet; a tree that can be edited is made with the first edit. */
  known: ParsedText | undefined;
  text: string;
  version: number;
  /** Start of the last edit, in the present text. */
  editedAt: number | undefined;
  /** It was parsed as a whole since the last edit. */
  isFresh: boolean;
  /** Undefined before it was analysed. */
  resting: Resting | undefined;
}

class DocumentAnalyzer implements Analyzer {
  private readonly documents = new Map<string, OpenDocument>();
  private readonly spent = new Timings();
  private readonly tools: Tools;
  private readonly workspace = new Workspace();
  private readonly standings = new Standings((uri) => this.workspace.revision(uri));
  /** Files of the workspace, open or not. */
  private readonly files = new Map<string, WorkspaceFile>();
  private readonly closed: ClosedFiles;
  private readonly laboratory: Laboratory = {
    subject: (uri) => {
      const document = this.documents.get(uri);
      return document && subjectOf(document);
    },
    variant: (subject, text) => {
      const grammar = subject.language && this.grammars.grammar(subject.language);
      const { parsed } = subject;
      // With the same interner, functions that the fix leaves alone are known again, and need not be walked.
      return { ...subject, text, parsed: parsed && grammar?.parse(text, { interner: parsed.interner }), state: text };
    },
    findings: (subject, options) => this.findingsOf(subject, options),
    statementStart: (subject, offset) => {
      const tree = this.treeOf(subject);
      return tree ? statementStart(tree, offset) : offset;
    },
  };

  constructor(
    private readonly grammars: Grammars,
    private readonly regexes: RegexEngine,
    models: readonly LibraryModel[],
    now: () => number,
  ) {
    this.closed = new ClosedFiles(grammars);
    const files = around(this.workspace, (file) => this.file(file));
    const { workspace } = this;
    const state = { revision: (uri: string) => workspace.revision(uri), files: () => workspace.size };
    this.tools = { grammars, regexes, models, around: files, ...state, now, spent: this.spent.add };
  }

  async ready(languageId: string, text?: string): Promise<void> {
    const language = languageNamed(languageId);
    if (language) await this.grammars.load(language, text);
  }

  ruleSet(rules: readonly Rule[]): RuleSet {
    return new PreparedRules(rules, this.grammars, this.regexes);
  }

  ruleProblems(rules: RuleSet): readonly RuleProblem[] {
    const prepared = rules as PreparedRules;
    return rules.rules.flatMap((rule, index) => {
      const known = rule.languages.map((name) => languageNamed(name)).filter((language) => language !== undefined);
      const ready = known.find((language) => this.grammars.grammar(language));
      if (!ready && known.length > 0) return [];
      const compiled = prepared.compile(rule, ready);
      if (!(compiled instanceof RuleFault)) return [];
      const { ruleId, message, at, inside } = compiled;
      return [{ ruleId, index, message, ...(at && { at }), ...(inside && { inside }) }];
    });
  }

  open(input: DocumentInput): void {
    this.documents.get(input.uri)?.syntax?.dispose();
    const language = languageNamed(input.languageId);
    const known = this.closed.known(input.uri, input.text, language);
    const syntax = known || !language ? undefined : this.grammars.grammar(language)?.open(input.text);
    const { text, version, uri, languageId } = input;
    this.workspace.set({ uri, languageId, text });
    this.documents.set(uri, {
      input,
      language,
      syntax,
      known,
      text,
      version,
      editedAt: undefined,
      isFresh: true,
      resting: undefined,
    });
  }

  edit(uri: string, version: number, changes: readonly TextChange[]): void {
    const document = this.opened(uri);
    document.version = version;
    if (changes.length === 0) return;
    if (document.known && document.language) {
      document.syntax = this.grammars.grammar(document.language)?.open(document.text);
      document.known = undefined;
    }
    document.text = document.syntax ? document.syntax.edit(changes).text : applyEdits(document.text, changes);
    document.resting = document.resting && moved(document.resting, changes);
    const first = changes.reduce((least, change) => (change.start < least.start ? change : least));
    document.isFresh = false;
    document.editedAt = first.start + first.text.length;
  }

  close(uri: string): void {
    const document = this.documents.get(uri);
    if (!document) return;
    document.syntax?.dispose();
    this.documents.delete(uri);
    // What was typed and not saved is gone.
    const file = this.files.get(uri);
    if (file) this.workspace.set(file);
    else this.workspace.delete(uri);
  }

  addFile(file: WorkspaceFile): void {
    this.files.set(file.uri, file);
    if (!this.documents.has(file.uri)) this.workspace.set(file);
  }

  removeFile(uri: string): void {
    this.files.delete(uri);
    this.closed.delete(uri);
    if (!this.documents.has(uri)) this.workspace.delete(uri);
  }

  takeOutdated(): readonly string[] {
    return this.workspace.takeOutdated().filter((uri) => this.documents.has(uri));
  }

  /** A file of the workspace as it can be analysed; undefined where its language is not ready. */
  private file(file: WorkspaceFile): OtherFile | undefined {
    const document = this.documents.get(file.uri);
    if (!document) return this.closed.other(file);
    const subject = subjectOf(document);
    return subject.parsed && { ...subject, subject: () => subject };
  }

  text(uri: string): string | undefined {
    return this.documents.get(uri)?.text;
  }

  *analyze(uri: string, options: AnalysisOptions): Generator<Phase, Analysis> {
    const started = this.tools.now();
    const document = this.opened(uri);
    this.workspace.set({ uri, languageId: document.input.languageId, text: document.text });
    this.workspace.isCurrent(uri);
    yield { phase: "parse" };
    if (options.idle && !document.isFresh && document.syntax?.isDoubtful) {
      document.syntax.reparse();
      document.isFresh = true;
      this.workspace.touch(uri);
    }
    const subject = subjectOf(document);
    const { version } = document;
    yield { phase: "match" };
    const errors = subject.parsed ? errorCount(subject.parsed) : 0;
    const kept = document.isFresh ? undefined : atRest(document.resting, errors, options);
    const { findings, found } = yield* run(subject, options, this.tools, kept);
    document.resting = resting(document.resting, errors, options, found);
    if (!kept && !options.range) this.standings.keep(subject, options, findings);
    return {
      uri,
      version,
      findings,
      problems: found.problems,
      hasSyntaxErrors: subject.parsed?.table.hasError ?? false,
      unsettled: this.unsettled(subject, document.editedAt),
      milliseconds: this.tools.now() - started,
    };
  }

  prove(finding: Finding, fix: Fix, options: AnalysisOptions): Proof {
    return prove(finding, fix, options, this.laboratory);
  }

  fixAll(uri: string, findings: readonly Finding[], options: AnalysisOptions): Proof {
    return proveAll(uri, findings, options, this.laboratory);
  }

  suppress(finding: Finding, scope: "line" | "file", reason: string, options: AnalysisOptions): Proof {
    return proveSuppression(finding, scope, reason, options, this.laboratory);
  }

  explain(uri: string, rule: Rule, place: Range, today: string, strict = false): Explanation {
    const rules = new PreparedRules([rule], this.grammars, this.regexes);
    // What an explanation looks at is no measure of what the rule costs.
    const tools = { ...this.tools, spent: () => undefined };
    return explain(subjectOf(this.opened(uri)), place, { rules, today, strict }, tools);
  }

  timings(): readonly RuleTiming[] {
    return this.spent.all();
  }

  dispose(): void {
    for (const uri of [...this.documents.keys()]) this.close(uri);
  }

  private opened(uri: string): OpenDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  }

  private treeOf({ parsed, language }: Subject): Tree | undefined {
    const grammar = language && this.grammars.grammar(language);
    return parsed && grammar && this.grammars.document(parsed, language, grammar).tree;
  }

  /** Of a whole text. Proofs of its fixes ask for what the analysis found. */
  private findingsOf(subject: Subject, options: AnalysisOptions): readonly Finding[] {
    const known = this.standings.of(subject, options);
    if (known) return known;
    const { findings } = toEnd(run(subject, options, this.tools));
    this.standings.keep(subject, options, findings);
    return findings;
  }

  private unsettled(subject: Subject, editedAt: number | undefined): Range[] {
    const tree = this.treeOf(subject);
    if (!tree || !subject.parsed) return [];
    const broken = subject.parsed.table.hasError ? brokenStatements(subject.parsed, tree, MOST_UNSETTLED) : [];
    return editedAt === undefined ? broken : [...broken, statementAt(tree, Math.max(0, editedAt - 1))];
  }
}

/** Statements that do not parse which are named to an editor; a text with more is not being typed but broken. */
const MOST_UNSETTLED = 20;

function subjectOf({ input, language, syntax, known, text, isFresh }: OpenDocument): Subject {
  const parsed = syntax?.snapshot ?? known;
  // A tree follows from its text, however it was made, unless it had errors on the way.
  const state = isFresh || !syntax?.isDoubtful ? text : parsed;
  return { uri: input.uri, path: input.path, language, text, parsed, state };
}
