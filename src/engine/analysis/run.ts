// One analysis: every applicable rule over one text, then suppressions. A generator, so that its caller decides when to
// go on; it keeps nothing.
import type { AnalysisOptions, Phase } from "../analyzer";
import type { Finding, Problem, Range } from "../findings/finding";
import { type FingerprintParts, fingerprints } from "../findings/fingerprint";
import { isSecretName, redactMetavariables, redactText } from "../findings/redact";
import { applySuppressions } from "../findings/suppression";
import type { Language } from "../languages";
import type { MatchDocument } from "../patterns/document";
import type { Match, Target } from "../patterns/match";
import { DocumentTarget } from "../patterns/target";
import { TextTarget } from "../patterns/text-target";
import type { RegexEngine } from "../regex";
import type { CompiledRule } from "../rules/compile";
import { RuleFault } from "../rules/compile";
import { fixEdits, fixTitle } from "../rules/fix";
import { evaluate } from "../rules/formula";
import { interpolate } from "../rules/message";
import { couldMatch, type Literal } from "../rules/prefilter";
import type { FormulaMatch } from "../rules/ranges";
import type { Recorder } from "../rules/recorder";
import type { Rule } from "../rules/rule";
import type { ParsedText } from "../syntax";
import type { Grammars } from "./grammars";
import { commentRanges, hasErrorAt, statementStart, symbolsAt } from "./places";
import type { PreparedRules } from "./prepared-rules";

/** What is analysed: a text, with its tree where its language is known. */
export interface Subject {
  readonly uri: string;
  readonly path: string | undefined;
  readonly text: string;
  readonly language: Language | undefined;
  readonly parsed: ParsedText | undefined;
}

export interface Tools {
  readonly grammars: Grammars;
  readonly regexes: RegexEngine;
  /** Milliseconds, for the timings of rules only. */
  now(): number;
  spent(ruleId: string, milliseconds: number, findings: number): void;
}

export interface RunResult {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** Findings in order of place, suppressed ones included. */
export function* run(subject: Subject, options: AnalysisOptions, tools: Tools): Generator<Phase, RunResult> {
  const rules = options.rules as PreparedRules;
  const analysis = new Run(subject, options, tools);
  for (const rule of rules.applicable(subject.language, subject.path)) {
    if (!analysis.mayMatch(rule, rules)) continue;
    const compiled = rules.compile(rule, subject.language);
    if (compiled instanceof RuleFault) {
      analysis.problem(`The rule ${rule.id} cannot run: ${compiled.message}`, rule.id);
      continue;
    }
    if (!analysis.couldMatch(compiled)) continue;
    yield { phase: "rule", ruleId: rule.id };
    analysis.evaluate(compiled);
  }
  yield { phase: "finish" };
  return analysis.finish(rules);
}

interface Hit {
  readonly compiled: CompiledRule;
  readonly match: FormulaMatch;
}

/** One run over one text. */
export class Run {
  private readonly target: Target;
  private readonly document: MatchDocument | undefined;
  private readonly problems: Problem[] = [];
  private readonly hits: Hit[] = [];
  /** Whether the text holds a literal, once looked for. */
  private readonly held = new Map<string, boolean>();
  private running: Rule | undefined;

  constructor(
    private readonly subject: Subject,
    private readonly options: AnalysisOptions,
    private readonly tools: Tools,
  ) {
    this.document = this.documentOf(subject.parsed, subject.language);
    this.target = this.document ? this.targetOf(this.document) : new TextTarget(subject.text);
  }

  /** Says a thing once. */
  problem(message: string, ruleId?: string): void {
    if (this.problems.some((known) => known.message === message && known.ruleId === ruleId)) return;
    this.problems.push({ uri: this.subject.uri, message, ...(ruleId !== undefined && { ruleId }) });
  }

  /** A rule not yet compiled is compiled only where the names that it calls occur. */
  mayMatch(rule: Rule, rules: PreparedRules): boolean {
    const { document } = this;
    return !document || rules.isCompiled(rule) || rules.mayMatch(rule, (name) => document.interner.find(name) > 0);
  }

  couldMatch({ required }: CompiledRule): boolean {
    return couldMatch(required, this.has);
  }

  readonly has = ({ text, as }: Literal): boolean => {
    const { document, subject } = this;
    if (document && as === "name") return document.interner.find(text) > 0;
    if (document && as === "qualifier") return document.mayQualify(text);
    let held = this.held.get(text);
    if (held === undefined) {
      held = subject.text.includes(text);
      this.held.set(text, held);
    }
    return held;
  };

  evaluate(compiled: CompiledRule, recorder?: Recorder): void {
    const { rule } = compiled;
    const { tools } = this;
    const started = tools.now();
    this.running = rule;
    const matches = evaluate(compiled.formula, {
      target: this.target,
      has: this.has,
      recorder,
      today: this.options.today,
      fragment: (text, language) => this.fragment(text, language),
      report: (message) => this.problem(message, rule.id),
    });
    for (const match of matches) this.hits.push({ compiled, match });
    tools.spent(rule.id, tools.now() - started, matches.length);
  }

  finish(rules: PreparedRules): RunResult {
    const { subject, options } = this;
    const hits = distinct(this.hits);
    const parts = hits.map(({ compiled, match }) => this.fingerprintParts(compiled.rule, match));
    const prints = fingerprints(parts);
    const found = hits.map((hit, index) => this.finding(hit, prints[index]!));
    const comments = (): Range[] | undefined => {
      const { parsed, language } = subject;
      const grammar = language && this.tools.grammars.grammar(language);
      return parsed && grammar && commentRanges(parsed, grammar, language);
    };
    const findings = applySuppressions(subject.text, found, {
      uri: subject.uri,
      today: options.today,
      ran: rules.ids,
      // Asked for only where the text may hold a suppression.
      get comments() {
        return comments();
      },
      anchors: (finding) => (this.document ? [statementStart(this.document.tree, finding.start)] : []),
    });
    const { range } = options;
    const wanted = range ? findings.filter(({ start, end }) => start <= range.end && range.start <= end) : findings;
    return { findings: wanted, problems: this.problems };
  }

  /** Whether something that touches the range does not parse. */
  isBrokenAt(range: Range): boolean {
    return this.subject.parsed !== undefined && hasErrorAt(this.subject.parsed, range);
  }

  private finding({ compiled, match }: Hit, fingerprint: string): Finding {
    const { rule } = compiled;
    const edits = fixEdits(compiled, match, this.target);
    const values = redactMetavariables(Object.fromEntries(match.bindings));
    const metavariables = Object.fromEntries(
      [...match.bindings].map(([name, { start, end }]) => [name, { text: values[name] ?? "", range: { start, end } }]),
    );
    const { metadata } = rule;
    return {
      uri: this.subject.uri,
      ruleId: rule.id,
      start: match.start,
      end: match.end,
      message: interpolate(rule.message, redacted(match, values), this.target, redactText),
      severity: rule.severity,
      confidence: rule.confidence,
      tier: rule.tier,
      cwe: metadata.cwe ?? [],
      owasp: metadata.owasp ?? [],
      metavariables,
      trace: [],
      fixes: edits.length > 0 ? [{ title: fixTitle(rule), files: [{ uri: this.subject.uri, edits }] }] : [],
      fingerprint,
    };
  }

  private fingerprintParts(rule: Rule, match: Match): FingerprintParts {
    const symbols = this.document ? symbolsAt(this.document, match.start) : [];
    return { ruleId: rule.id, symbols, text: this.subject.text.slice(match.start, match.end) };
  }

  private documentOf(parsed: ParsedText | undefined, language: Language | undefined): MatchDocument | undefined {
    const grammar = language && this.tools.grammars.grammar(language);
    return parsed && grammar ? this.tools.grammars.document(parsed, language, grammar) : undefined;
  }

  private targetOf(document: MatchDocument): Target {
    const limited = (): void => {
      const rule = this.running;
      this.problem(
        `The rule ${rule?.id} took too many steps in this file; what it had found until then is reported.`,
        rule?.id,
      );
    };
    return new DocumentTarget(document, { regexes: this.tools.regexes, limited });
  }

  private fragment(text: string, name: string): Target | undefined {
    if (name === "regex" || name === "generic") return new TextTarget(text);
    const { grammars } = this.tools;
    const language = grammars.named(name);
    const grammar = language && grammars.grammar(language);
    if (!grammar) return undefined;
    return this.targetOf(grammars.document(grammar.parse(text), language, grammar));
  }
}

/** In order of place; of one rule, range and message Semgrep reports one. */
function distinct(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits
    .filter(({ compiled, match }) => {
      const key = `${compiled.rule.id}\0${match.start}\0${match.end}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort(
      (a, b) =>
        a.match.start - b.match.start ||
        a.match.end - b.match.end ||
        (a.compiled.rule.id < b.compiled.rule.id ? -1 : 1),
    );
}

/** The match with secret-looking bindings cut, for messages. */
function redacted(match: Match, values: Readonly<Record<string, string>>): Match {
  const secret = [...match.bindings].some(([name, { text }]) => isSecretName(name) || values[name] !== text);
  if (!secret) return match;
  return {
    ...match,
    bindings: new Map([...match.bindings].map(([name, binding]) => [name, { ...binding, text: values[name] ?? "" }])),
  };
}
