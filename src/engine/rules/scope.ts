// Where a formula looks: a whole document, or the fragment that a metavariable stands for.
import type { Binding, Bindings, Match, Pattern, Target, Where } from "../patterns/match";
import { type MatchList, type Regex, RegexError, type RegexMatch } from "../regex";
import { type Candidate, compatible, contains, type Same } from "./ranges";

export interface Scope {
  readonly target: Target;
  readonly same: Same;
  /** What a formula of exclusions alone starts from. */
  readonly whole: Candidate;
  find(pattern: Pattern, where: Where): readonly Match[];
  findRegex(regex: Regex): readonly Match[];
}

type Report = (message: string) => void;

const none: Bindings = new Map();

export class DocumentScope implements Scope {
  readonly whole: Candidate;

  constructor(
    readonly target: Target,
    private readonly report: Report,
    /** Bindings made outside, which those made here must equal. */
    private readonly outer: Bindings = none,
  ) {
    this.whole = { start: 0, end: target.text.length, bindings: none, kind: "plain" };
  }

  readonly same: Same = (left, right) => this.target.same(left, right);

  find(pattern: Pattern, where: Where): readonly Match[] {
    return this.agreeing(this.target.find(pattern, where));
  }

  findRegex(regex: Regex): readonly Match[] {
    const { text } = this.target;
    return this.agreeing(regexMatches(regex, text, 0, () => this.target.matchAll(regex), this.report));
  }

  private agreeing(matches: readonly Match[]): readonly Match[] {
    if (this.outer.size === 0) return matches;
    // What is outside belongs to another tree, so only texts can be compared.
    const sameText: Same = (left, right) => left.text === right.text;
    return matches.filter(({ bindings }) => compatible(bindings, this.outer, sameText));
  }
}

/** The rows that a metavariable stands for, within their own document. */
export class FragmentScope implements Scope {
  readonly whole: Candidate;

  constructor(
    readonly target: Target,
    private readonly report: Report,
    private readonly binding: Binding,
    private readonly outer: Bindings,
  ) {
    this.whole = { start: binding.start, end: binding.end, bindings: none, kind: "plain" };
  }

  readonly same: Same = (left, right) => this.target.same(left, right);

  find(pattern: Pattern, { within }: Where): readonly Match[] {
    const matches = this.target.findIn(pattern, this.binding, this.outer);
    return within ? matches.filter((match) => within.some((range) => contains(range, match))) : matches;
  }

  findRegex(regex: Regex): readonly Match[] {
    const { text, start } = this.binding;
    const matches = regexMatches(regex, text, start, () => regex.matchAll(text), this.report);
    return matches.filter(({ bindings }) => compatible(bindings, this.outer, this.same));
  }
}

/** All matches in a text that stands at an offset of the document, each with its captures. */
function regexMatches(
  regex: Regex,
  text: string,
  offset: number,
  all: () => MatchList,
  report: Report,
): readonly Match[] {
  try {
    const { matches, limitAt } = all();
    if (limitAt !== undefined) report(tooManySteps(regex));
    return matches.map((match) => ({
      start: offset + match.start,
      end: offset + match.end,
      bindings: captures(regex, match, text, offset),
    }));
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    report(`The regular expression \`${regex.source}\` cannot be run on this file: ${error.message}`);
    return [];
  }
}

/** What to say where a regular expression was given up. */
export function tooManySteps(regex: Regex): string {
  return `The regular expression \`${regex.source}\` took too many steps in this file; some of its matches may be missing.`;
}

/** `$1`… and `$NAME` of the groups that took part. */
export function captures(regex: Regex, match: RegexMatch, text: string, offset: number): Bindings {
  const bindings = new Map<string, Binding>();
  for (const [number, group] of match.groups.entries()) {
    if (number === 0 || !group) continue;
    const binding = captured(text.slice(group.start, group.end), offset + group.start);
    bindings.set(`$${number}`, binding);
    const name = regex.groupNames[number];
    if (name !== undefined) bindings.set(`$${name}`, binding);
  }
  return bindings;
}

function captured(text: string, start: number): Binding {
  return { start, end: start + text.length, text, kind: "text", row: -1, count: 0 };
}
