// What rules hit, on its way to becoming findings.
import type { FlowStep } from "../dataflow";
import type { Finding, Tier, TraceStep } from "../findings/finding";
import { isSecretName } from "../findings/redact";
import { isTestFile } from "../findings/test-files";
import type { Match } from "../patterns/match";
import type { CompiledRule } from "../rules/compile";
import { fixEdits, fixTitle } from "../rules/fix";
import type { FormulaMatch } from "../rules/ranges";
import type { Rule } from "../rules/rule";
import type { Part } from "./part";

export interface Hit {
  readonly part: Part;
  readonly compiled: CompiledRule;
  readonly match: FormulaMatch;
  /** Of a rule in taint mode: the way from the source to here. */
  readonly trace?: readonly FlowStep[];
}

/** What is said of a hit. */
export interface Said {
  readonly message: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What a trace says of each place. */
const STEPS = {
  source: { kind: "source", message: "Data enters here." },
  step: { kind: "step", message: "It is kept here." },
  call: { kind: "step", message: "It is handed on here." },
  sink: { kind: "sink", message: "It is used here." },
} as const;

export function traceOf(trace: readonly FlowStep[]): TraceStep[] {
  return trace.map(({ uri, start, end, kind }) => ({ uri, start, end, ...STEPS[kind] }));
}

/** The tier of what a rule finds in a file: what our own find in tests is no more than worth a look. */
export function tierIn(path: string | undefined, { tier, builtIn }: Rule): Tier {
  return builtIn && path !== undefined && isTestFile(path) ? "audit" : tier;
}

/** In order of place; of matches of which a rule says the same at one range, the first. */
export function distinct(hits: readonly (Hit & Said)[]): (Hit & Said)[] {
  const seen = new Set<string>();
  return hits
    .filter(({ compiled, match, message }) => {
      const key = `${compiled.rule.id}\0${match.start}\0${match.end}\0${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => byPlace({ ...a.match, ruleId: a.compiled.rule.id }, { ...b.match, ruleId: b.compiled.rule.id }));
}

type Placed = Pick<Finding, "start" | "end" | "ruleId">;

/** The order of findings. */
export const byPlace = (a: Placed, b: Placed): number =>
  a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : 1);

/** The match with secret-looking bindings cut, for messages. */
export function redacted(match: Match, values: Readonly<Record<string, string>>): Match {
  const secret = [...match.bindings].some(([name, { text }]) => isSecretName(name) || values[name] !== text);
  if (!secret) return match;
  return {
    ...match,
    bindings: new Map([...match.bindings].map(([name, binding]) => [name, { ...binding, text: values[name] ?? "" }])),
  };
}

/** What is reported of a hit in a text. */
export function findingOf(
  { uri, path }: { readonly uri: string; readonly path: string | undefined },
  { part, compiled, match, trace = [], values, message }: Hit & Said,
  fingerprint: string,
): Finding {
  const { rule } = compiled;
  const edits = fixEdits(compiled, match, part.target);
  const metavariables = Object.fromEntries(
    [...match.bindings].map(([name, { start, end }]) => [name, { text: values[name] ?? "", range: { start, end } }]),
  );
  const { metadata } = rule;
  return {
    uri,
    ruleId: rule.id,
    start: match.start,
    end: match.end,
    message,
    severity: rule.severity,
    confidence: rule.confidence,
    tier: tierIn(path, rule),
    cwe: metadata.cwe ?? [],
    owasp: metadata.owasp ?? [],
    metavariables,
    trace: traceOf(trace),
    fixes: edits.length > 0 ? [{ title: fixTitle(rule), files: [{ uri, edits }] }] : [],
    fingerprint,
  };
}
