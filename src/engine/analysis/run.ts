// One analysis: every applicable rule over one text, then suppressions. A generator, so that its caller decides when to
// go on; it keeps nothing.
import type { AnalysisOptions, Phase } from "../analyzer";
import { type Around, around, type Flows, type LibraryModel } from "../dataflow";
import type { Finding, Problem, Range } from "../findings/finding";
import { type FingerprintParts, fingerprints } from "../findings/fingerprint";
import { redactMetavariables, redactText } from "../findings/redact";
import { applySuppressions } from "../findings/suppression";
import type { Language } from "../languages";
import { opened } from "../languages/language";
import type { MatchDocument } from "../patterns/document";
import type { Target } from "../patterns/match";
import { type Clip, DocumentTarget, stepBudget } from "../patterns/target";
import { TextTarget } from "../patterns/text-target";
import type { RegexEngine } from "../regex";
import type { CompiledFormula, SearchRule } from "../rules/compile";
import { isFlow, RuleFault } from "../rules/compile";
import { type EvaluationContext, evaluate } from "../rules/formula";
import { TEXT_LANGUAGES } from "../rules/language-names";
import { interpolate } from "../rules/message";
import type { FormulaMatch } from "../rules/ranges";
import type { Recorder } from "../rules/recorder";
import type { Rule } from "../rules/rule";
import type { ParsedText } from "../syntax";
import { type FollowedFile, type FollowedPart, follow } from "./follow";
import type { Grammars } from "./grammars";
import { byPlace, distinct, findingOf, type Hit, redacted, type Said } from "./hits";
import { type KeptMatches, keptMatches, type Search } from "./kept-matches";
import { Part } from "./part";
import { commentRanges, hasErrorAt, statementStart, symbolsAt } from "./places";
import type { PreparedRules } from "./prepared-rules";
import type { Found } from "./resting";

/** What is analysed: a text, with its tree where its language is known. */
export interface Subject {
  readonly uri: string;
  readonly path: string | undefined;
  readonly text: string;
  readonly language: Language | undefined;
  readonly parsed: ParsedText | undefined;
  /** As `FlowText.state`. */
  readonly state: unknown;
}

/** Another file, in a language that is ready. */
export interface OtherFile {
  readonly uri: string;
  /** As `FlowText.state`. */
  readonly state: unknown;
  /** It, parsed now if it was not. */
  subject(): Subject;
}

export interface Tools {
  readonly grammars: Grammars;
  readonly regexes: RegexEngine;
  readonly models: readonly LibraryModel[];
  /** The other files, those that are open included. */
  readonly around: Around<OtherFile>;
  /** Another number whenever a file, or one that its flows rest on, is no longer what it was. */
  revision(uri: string): number;
  /** How many files are known. */
  files(): number;
  /** Milliseconds, for the timings of rules only. */
  now(): number;
  spent(ruleId: string, milliseconds: number, findings: number, steps: number): void;
}

export interface RunResult {
  readonly findings: readonly Finding[];
  readonly found: Found;
}

/**
 * Findings in order of place, suppressed ones included.
 * @param kept where given, its flows are taken for those of the text, and all of it where little else can be taken over
 */
export function* run(
  subject: Subject,
  options: AnalysisOptions,
  tools: Tools,
  kept?: Found,
): Generator<Phase, RunResult> {
  const rules = options.rules as PreparedRules;
  const analysis = new Run(subject, options, tools);
  if (kept && analysis.isLost()) return analysis.report(rules, kept);
  for (const part of analysis.parts) {
    for (const rule of rules.applicable(part.language, subject.path)) {
      // Nothing can be wrong with it, and where flows are followed more is known of whether it is needed.
      if (rule.builtIn && rule.formula.type === "taint") continue;
      // Rules for any text have seen the regions with the whole.
      if ((!part.isWhole && isForText(rule)) || !part.mayMatch(rule, rules)) continue;
      const compiled = rules.compile(rule, part.language);
      if (compiled instanceof RuleFault) {
        analysis.problem(`The rule ${rule.id} cannot run: ${compiled.message}`, rule.id);
        continue;
      }
      if (!part.couldMatch(compiled)) continue;
      if (isFlow(compiled)) continue;
      yield { phase: "rule", ruleId: rule.id };
      analysis.evaluate(part, compiled);
    }
    if (kept || !analysis.flows(part, rules)) continue;
    yield { phase: "flows" };
    yield* analysis.follow(part, rules);
  }
  yield { phase: "finish" };
  return analysis.finish(rules, kept?.flows);
}

const budgetOf = ({ document }: Part): number => stepBudget(document?.tree.length ?? 0);

const isForText = ({ languages }: Rule): boolean => languages.some((name) => TEXT_LANGUAGES.has(name));

/** What searches of a part are done with: of its text, or of its code. */
interface Searching {
  readonly isText: boolean;
  readonly context: EvaluationContext;
  readonly kept: KeptMatches | undefined;
  readonly tools: Search;
}

/** One run over one text. */
export class Run {
  /** The whole document, then its regions in other languages, in order. */
  readonly parts: readonly Part[];
  private readonly text: TextTarget;
  private readonly problems: Problem[] = [];
  private readonly hits: Hit[] = [];
  private readonly budget = { left: 0 };
  /** Whether some search was not finished. */
  private wasLimited = false;
  private readonly clips = new Map<Clip, Target>();
  private running: Rule | undefined;
  private readonly searching = new Map<Part, Searching>();

  constructor(
    private readonly subject: Subject,
    private readonly options: AnalysisOptions,
    private readonly tools: Tools,
  ) {
    const { text, language, parsed } = subject;
    this.text = new TextTarget(text, this.limited);
    const document = this.documentOf(parsed, language);
    const whole = new Part(text, language, document, document ? this.targetOf(document) : this.text);
    this.parts = [whole, ...this.regions()];
  }

  /** The innermost part that holds an offset. */
  partAt(offset: number): Part {
    const place = { start: offset, end: offset };
    return this.parts.findLast((part) => part.contains(place)) ?? this.parts[0]!;
  }

  private regions(): Part[] {
    const { text, language, parsed } = this.subject;
    if (!parsed || !language) return [];
    return this.tools.grammars.regions(parsed, language).map((region) => {
      const document = this.documentOf(region.parsed, region.language)!;
      return new Part(text, region.language, document, this.targetOf(document), region.ranges);
    });
  }

  /** Says a thing once. */
  problem(message: string, ruleId?: string): void {
    if (this.problems.some((known) => known.message === message && known.ruleId === ruleId)) return;
    this.problems.push({ uri: this.subject.uri, message, ...(ruleId !== undefined && { ruleId }) });
  }

  /** Runs a search rule on a part; its matches are what is found. */
  evaluate(part: Part, compiled: SearchRule, recorder?: Recorder): void {
    const { tools } = this;
    const { rule, formula } = compiled;
    const started = tools.now();
    const matches = this.search(part, rule, formula, recorder);
    for (const match of matches) if (part.contains(match)) this.hits.push({ part, compiled, match });
    tools.spent(rule.id, tools.now() - started, matches.length, budgetOf(part) - this.budget.left);
  }

  /** The rules in taint mode for a part, where there are some. */
  flows({ language }: Part, rules: PreparedRules): Flows<Rule> | undefined {
    return language && rules.flows(language, this.options.strict ?? false, this.tools.models);
  }

  /** Runs the rules in taint mode on a part, all of them at once. */
  *follow(part: Part, rules: PreparedRules): Generator<Phase, void> {
    const { tools } = this;
    const { language } = part;
    const flows = this.flows(part, rules);
    if (!flows) return;
    const steps = follow(this.file(part, rules), rules, flows, {
      alone: tools.files() < 2,
      strict: this.options.strict ?? false,
      ...around(tools.around, (file) => this.other(file, rules)),
      limited: () =>
        this.problem("Flows of data were not followed to their end in this file: a function is too large."),
    });
    let step = steps.next();
    for (; !step.done; step = steps.next())
      yield step.value ? { phase: "rule", ruleId: step.value.id } : { phase: "flows" };
    for (const { rule, ...match } of step.value) {
      const compiled = rules.compile(rule, language);
      if (compiled instanceof RuleFault || !part.contains(match)) continue;
      this.hits.push({ part, compiled, match, trace: match.trace });
    }
  }

  private other(file: OtherFile, rules: PreparedRules): FollowedFile {
    const { options, tools } = this;
    const { uri, state } = file;
    let followed: FollowedPart | undefined;
    return {
      uri,
      state,
      revision: tools.revision(uri),
      get followed() {
        if (!followed) {
          const run = new Run(file.subject(), options, tools);
          followed = run.followed(run.parts[0]!, rules);
        }
        return followed;
      },
    };
  }

  private file(part: Part, rules: PreparedRules): FollowedFile {
    const { uri, state } = this.subject;
    // Regions of a text are documents of their own.
    const own = part.isWhole ? uri : `${uri}#${this.parts.indexOf(part)}`;
    return { uri: own, state, revision: this.tools.revision(uri), followed: this.followed(part, rules) };
  }

  private followed(part: Part, rules: PreparedRules): FollowedPart {
    const { path } = this.subject;
    const { tools } = this;
    return {
      part,
      applies: (rule) => rules.applies(rule, path),
      search: (rule, formula) => {
        const started = tools.now();
        const matches = this.search(part, rule, formula);
        tools.spent(rule.id, tools.now() - started, 0, budgetOf(part) - this.budget.left);
        return matches;
      },
    };
  }

  /** What one formula of a rule finds in a part, within a budget of steps of its own. */
  search(part: Part, rule: Rule, formula: CompiledFormula, recorder?: Recorder): readonly FormulaMatch[] {
    this.running = rule;
    this.budget.left = budgetOf(part);
    const isText = isForText(rule);
    const { context, kept, tools } = this.searchIn(part, isText);
    if (isText || !kept || recorder) return evaluate(formula, { ...context, recorder });
    return kept.of(formula, context, tools);
  }

  /** What searches of a part are done with, the same for all rules. */
  private searchIn(part: Part, isText: boolean): Searching {
    const known = this.searching.get(part);
    if (known && known.isText === isText) return known;
    const { document } = part;
    const searching: Searching = {
      isText,
      context: {
        target: isText ? this.text : part.target,
        has: part.has,
        possible: isText ? undefined : part.possible,
        today: this.options.today,
        fragment: (text, language) => this.fragment(text, language),
        report: (message) => this.problem(message, this.running?.id),
      },
      kept: document && keptMatches(document),
      tools: {
        regexes: this.tools.regexes,
        begin: () => {
          this.budget.left = budgetOf(part);
          this.wasLimited = false;
        },
        wasLimited: () => this.wasLimited,
        clipped: (clip) => this.clipped(document!, clip),
      },
    };
    this.searching.set(part, searching);
    return searching;
  }

  /** Whether the text is another state of one that was analysed, and little of that can be taken over. */
  isLost(): boolean {
    const [part] = this.parts;
    return part?.document !== undefined && keptMatches(part.document).isLost(this.searchIn(part, false).tools);
  }

  /** @param flows where given, taken for those that were found */
  finish(rules: PreparedRules, flows?: readonly Finding[]): RunResult {
    for (const { document } of this.parts) if (document) keptMatches(document).settle();
    // They hold former documents, and what is looked for later holds this.
    this.clips.clear();
    const hits = distinct(this.hits.map((hit) => ({ ...hit, ...this.said(hit) })));
    const prints = fingerprints(hits.map((hit) => this.fingerprintParts(hit)));
    const all = hits.map((hit, index) => findingOf(this.subject, hit, prints[index]!));
    const isFlow = (_: Finding, index: number): boolean => hits[index]!.trace !== undefined;
    const searched = all.filter((finding, index) => !isFlow(finding, index));
    return this.report(rules, { searched, flows: flows ?? all.filter(isFlow), problems: this.problems });
  }

  /** Findings that were found, less those that are not wanted, with their suppressions. */
  report(rules: PreparedRules, found: Found): RunResult {
    const { subject, options } = this;
    const comments = (): Range[] | undefined => this.comments();
    const findings = applySuppressions(subject.text, [...found.searched, ...found.flows].sort(byPlace), {
      uri: subject.uri,
      today: options.today,
      ran: rules.ids,
      // Asked for only where the text may hold a suppression.
      get comments() {
        return comments();
      },
      anchors: ({ start }) => {
        const { document } = this.partAt(start);
        return document ? [statementStart(document.tree, start)] : [];
      },
    });
    const { range } = options;
    const wanted = range ? findings.filter(({ start, end }) => start <= range.end && range.start <= end) : findings;
    return { findings: wanted, found };
  }

  /** Whether something that touches the range does not parse. */
  isBrokenAt(range: Range): boolean {
    return this.subject.parsed !== undefined && hasErrorAt(this.subject.parsed, range);
  }

  /** Of the text and of its regions, in order; undefined where nothing is parsed. */
  private comments(): Range[] | undefined {
    const { parsed, language } = this.subject;
    if (!parsed || !language) return undefined;
    const { grammars } = this.tools;
    const all = [{ parsed, language }, ...grammars.regions(parsed, language)].flatMap((each) => {
      const grammar = grammars.grammar(each.language);
      return grammar ? commentRanges(each.parsed, grammar, each.language) : [];
    });
    return all.sort((a, b) => a.start - b.start);
  }

  /** The message, and what metavariables stand for, with secrets cut. */
  private said({ part, compiled, match }: Hit): Said {
    const values = redactMetavariables(Object.fromEntries(match.bindings));
    return { values, message: interpolate(compiled.rule.message, redacted(match, values), part.target, redactText) };
  }

  private fingerprintParts({ part, compiled, match }: Hit): FingerprintParts {
    const symbols = part.document ? symbolsAt(part.document, match.start) : [];
    return { ruleId: compiled.rule.id, symbols, text: this.subject.text.slice(match.start, match.end) };
  }

  private documentOf(parsed: ParsedText | undefined, language: Language | undefined): MatchDocument | undefined {
    const grammar = language && this.tools.grammars.grammar(language);
    return parsed && grammar ? this.tools.grammars.document(parsed, language, grammar) : undefined;
  }

  private readonly limited = (): void => {
    const rule = this.running;
    this.wasLimited = true;
    this.problem(
      `The rule ${rule?.id} took too many steps in this file; what it had found until then is reported.`,
      rule?.id,
    );
  };

  private targetOf(document: MatchDocument, clip?: Clip): Target {
    const host = { regexes: this.tools.regexes, budget: this.budget, limited: this.limited };
    return new DocumentTarget(document, host, clip);
  }

  private clipped(document: MatchDocument, clip: Clip): Target {
    let target = this.clips.get(clip);
    if (!target) {
      target = this.targetOf(document, clip);
      this.clips.set(clip, target);
    }
    return target;
  }

  private fragment(text: string, name: string): Target | undefined {
    if (TEXT_LANGUAGES.has(name)) return new TextTarget(text, this.limited, true);
    const { grammars } = this.tools;
    const language = grammars.named(name);
    const grammar = language && grammars.grammar(language);
    if (!grammar) return undefined;
    return this.targetOf(grammars.document(grammar.parse(opened(text, language)), language, grammar));
  }
}
