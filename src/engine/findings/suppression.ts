// The one reader of suppressions, for every host: which comments ask not to report what, which findings they hide,
// and which of them are themselves worth a report.
import type { Finding, Range, Suppression } from "./finding";
import { fingerprints } from "./fingerprint";
import { Lines } from "./lines";
import { removeSuppression } from "./suppression-edits";
import { type Directive, type DirectiveEntry, readDirectives } from "./suppression-syntax";

export const WITHOUT_REASON = "caveat.suppression-without-reason";
export const EXPIRED = "caveat.suppression-expired";
export const UNUSED = "caveat.suppression-unused";

/** Ids of the findings about suppressions themselves; no rule of a rule file may take one. */
export const SUPPRESSION_RULE_IDS = [WITHOUT_REASON, EXPIRED, UNUSED] as const;

export interface SuppressionContext {
  readonly uri: string;
  /** ISO date (`2027-01-31`); a suppression holds through the day of its `until`. */
  readonly today: string;
  /** Every id and former id of the rules that ran, to the rule's id. */
  readonly ran: ReadonlyMap<string, string>;
  /** Comments of the text; undefined when its language is unknown, then any line may hold a suppression. */
  readonly comments?: readonly Range[] | undefined;
  /** Further offsets whose line counts as the finding's: the start of its statement, where no comment fits nearer. */
  anchors?(finding: Finding): readonly number[];
}

/** A quick look that saves finding a text's comments: false means that it holds no suppression. */
function mayHoldSuppressions(text: string): boolean {
  return text.includes("caveat-ignore") || /nose[mc]/i.test(text);
}

/**
 * All findings in order of place: those given, marked where a comment suppresses them, and new ones for comments
 * that give no reason, have expired, or suppress nothing although their rule ran.
 */
export function applySuppressions(text: string, findings: readonly Finding[], context: SuppressionContext): Finding[] {
  if (!mayHoldSuppressions(text)) {
    return [...findings];
  }
  const lines = new Lines(text);
  const directives = readDirectives(lines, context.comments);
  const index = new DirectiveIndex(directives);
  const used = new Set<DirectiveEntry>();
  const marked = findings.map((finding) => {
    const offsets = [finding.start, ...(context.anchors?.(finding) ?? [])];
    const hits = matching(index.on(offsets.map((offset) => lines.lineAt(offset))), finding, context);
    for (const { entry } of hits) {
      used.add(entry);
    }
    const [first] = hits;
    return first === undefined || finding.suppression !== undefined
      ? finding
      : { ...finding, suppression: suppressionOf(first) };
  });
  const reports = reportsOn(lines, directives, used, context);
  return [...marked, ...reports].sort((a, b) => a.start - b.start || a.end - b.end);
}

interface Hit {
  readonly directive: Directive;
  readonly entry: DirectiveEntry;
}

/** Suppressions by the lines that they cover, those of the whole file apart. */
class DirectiveIndex {
  readonly #everywhere: Directive[] = [];
  readonly #byLine = new Map<number, Set<Directive>>();

  constructor(directives: readonly Directive[]) {
    for (const directive of directives) {
      if (directive.covers === "all") {
        this.#everywhere.push(directive);
        continue;
      }
      for (const line of directive.covers) {
        this.#byLine.set(line, (this.#byLine.get(line) ?? new Set()).add(directive));
      }
    }
  }

  on(lines: readonly number[]): Set<Directive> {
    return new Set([...lines.flatMap((line) => [...(this.#byLine.get(line) ?? [])]), ...this.#everywhere]);
  }
}

function matching(directives: Iterable<Directive>, finding: Finding, context: SuppressionContext): Hit[] {
  return [...directives]
    .flatMap((directive) => directive.entries.map((entry) => ({ directive, entry })))
    .filter((hit) => isEffective(hit, context.today) && names(hit, finding.ruleId, context.ran));
}

function names({ directive, entry }: Hit, ruleId: string, ran: ReadonlyMap<string, string>): boolean {
  if (entry.ruleId === undefined) {
    return true;
  }
  if (directive.by === "nosemgrep") {
    return ruleId === entry.ruleId || ruleId.endsWith(`.${entry.ruleId}`);
  }
  return ruleId === (ran.get(entry.ruleId) ?? entry.ruleId);
}

function isOurs(directive: Directive): boolean {
  return directive.by === "caveat-ignore" || directive.by === "caveat-ignore-file";
}

function isEffective({ directive, entry }: Hit, today: string): boolean {
  return !isOurs(directive) || (entry.reason !== undefined && !hasExpired(directive, today));
}

/** Whether the last day has passed; what is no date never holds. */
function hasExpired({ until }: Directive, today: string): boolean {
  return until !== undefined && (!isDate(until) || until < today);
}

/** Whether the text is a day of the calendar, written as `2027-01-31`. */
export function isDate(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function suppressionOf({ directive, entry }: Hit): Suppression {
  return {
    by: directive.by,
    ...(entry.reason === undefined ? {} : { reason: entry.reason }),
    ...(directive.until === undefined ? {} : { until: directive.until }),
    range: directive.range,
  };
}

interface Report extends Hit {
  readonly ruleId: (typeof SUPPRESSION_RULE_IDS)[number];
  readonly message: string;
}

function reportsOn(
  lines: Lines,
  directives: readonly Directive[],
  used: ReadonlySet<DirectiveEntry>,
  context: SuppressionContext,
): Finding[] {
  const reports = directives
    .filter(isOurs)
    .flatMap((directive) => directive.entries.map((entry) => judge({ directive, entry }, used, context)))
    .filter((report) => report !== undefined);
  const prints = fingerprints(
    reports.map(({ ruleId, entry }) => ({
      ruleId,
      symbols: [],
      text: lines.text.slice(entry.range.start, entry.range.end),
    })),
  );
  return reports.map((report, index) => toFinding(lines, report, prints[index], context.uri));
}

function judge(hit: Hit, used: ReadonlySet<DirectiveEntry>, context: SuppressionContext): Report | undefined {
  const { directive, entry } = hit;
  if (entry.ruleId === undefined) {
    const message = `This ${directive.by} names no rule, so it suppresses nothing: write ${directive.by} rule-id(reason).`;
    return { ...hit, ruleId: WITHOUT_REASON, message };
  }
  if (entry.reason === undefined) {
    const message = `This ${directive.by} gives no reason, so it does not suppress: write ${entry.ruleId}(reason).`;
    return { ...hit, ruleId: WITHOUT_REASON, message };
  }
  if (!context.ran.has(entry.ruleId)) {
    return undefined;
  }
  if (hasExpired(directive, context.today)) {
    const until = directive.until as string;
    const why = isDate(until) ? `held until ${until}` : `ends on “${until}”, which is no date such as 2027-01-31`;
    return {
      ...hit,
      ruleId: EXPIRED,
      message: `This suppression of ${entry.ruleId} ${why}: fix the finding, or decide anew.`,
    };
  }
  if (used.has(entry)) {
    return undefined;
  }
  const why = directive.misplaced
    ? "stands after code; it counts only in the first comment block"
    : "suppresses nothing";
  return { ...hit, ruleId: UNUSED, message: `This ${directive.by} of ${entry.ruleId} ${why}: remove it.` };
}

function toFinding(
  lines: Lines,
  { ruleId, message, directive, entry }: Report,
  fingerprint: string,
  uri: string,
): Finding {
  const edits = removeSuppression(lines, directive, entry);
  return {
    uri,
    ruleId,
    message,
    start: entry.range.start,
    end: entry.range.end,
    severity: "low",
    confidence: "high",
    // A stale comment is a hint; one that looks as if it suppressed and does not is a defect.
    tier: ruleId === UNUSED ? "audit" : "vuln",
    cwe: [],
    owasp: [],
    metavariables: {},
    trace: [],
    fixes: [{ title: "Remove the suppression", files: [{ uri, edits }] }],
    fingerprint,
  };
}
