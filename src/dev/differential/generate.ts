// Rules drawn from real code: every operator of search mode in turn, around patterns made of pieces of the files.
import { pick, type Random } from "../random";
import { candidates, enclosing, type Sample, type Source, sample, sequence } from "./sample";

export interface GeneratedRule {
  readonly id: string;
  readonly operator: string;
  readonly contexts: ReadonlySet<string>;
  readonly rule: Readonly<Record<string, unknown>>;
}

type Formula = Readonly<Record<string, unknown>>;

/** What an operator needs to be made. */
interface Draw {
  readonly source: Source;
  readonly random: Random;
  next(): Sample;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** Whether something of the code is left: `$M1;` says nothing and would drown the rest, and a directive is no pattern. */
const isTelling = ({ pattern }: Sample): boolean =>
  !/^#\s*(?:if|el|end)/.test(pattern) &&
  /[A-Za-z]{2}/.test(
    pattern.replace(
      /\$(?:\.{3})?[A-Z]\w*|\b(?:var|let|const|return|if|for|while|function|def|func|this|self|new)\b/g,
      "",
    ),
  );

/** A metavariable of the sample and what it stood for. */
const bound = ({ metavariables }: Sample, random: Random): readonly [string, string] | undefined =>
  metavariables.size === 0 ? undefined : pick(random, [...metavariables]);

/** A sample that has a metavariable, if one comes up. */
function withName(draw: Draw): { readonly drawn: Sample; readonly name: string; readonly text: string } | undefined {
  for (let attempt = 0; attempt < 10; attempt++) {
    const drawn = draw.next();
    const found = bound(drawn, draw.random);
    if (found && !found[1].includes("\n")) return { drawn, name: found[0], text: found[1] };
  }
  return undefined;
}

/** By operator: a formula of it, or undefined where the draw does not suit it. */
const OPERATORS: Readonly<Record<string, (draw: Draw) => readonly [Sample, Formula] | undefined>> = {
  pattern: (draw) => {
    const drawn = draw.next();
    return [drawn, { pattern: drawn.pattern }];
  },
  "pattern-either": (draw) => {
    const [one, other] = [draw.next(), draw.next()];
    return [one, { "pattern-either": [{ pattern: one.pattern }, { pattern: other.pattern }] }];
  },
  "pattern-inside": (draw) => around(draw, "pattern-inside"),
  "pattern-not-inside": (draw) => around(draw, "pattern-not-inside"),
  "pattern-not": (draw) => {
    const drawn = draw.next();
    const exact = draw.source.text.slice(draw.source.tree.start[drawn.row], draw.source.tree.end[drawn.row]);
    return exact === drawn.pattern || exact.includes("\n")
      ? undefined
      : [drawn, { patterns: [{ pattern: drawn.pattern }, { "pattern-not": exact }] }];
  },
  "pattern-regex": (draw) => {
    const found = withName(draw);
    return found && [found.drawn, { "pattern-regex": `\\b${escaped(found.text)}\\b` }];
  },
  "pattern-not-regex": (draw) => {
    const found = withName(draw);
    if (!found) return undefined;
    const not = { "pattern-not-regex": escaped(found.text.slice(0, 3)) };
    return [found.drawn, { patterns: [{ pattern: found.drawn.pattern }, not] }];
  },
  "metavariable-regex": (draw) => {
    const found = withName(draw);
    if (!found) return undefined;
    const regex = `.*${escaped(found.text.slice(0, 2))}`;
    const condition = { "metavariable-regex": { metavariable: found.name, regex } };
    return [found.drawn, { patterns: [{ pattern: found.drawn.pattern }, condition] }];
  },
  "metavariable-pattern": (draw) => {
    const found = withName(draw);
    if (!found) return undefined;
    const condition = { "metavariable-pattern": { metavariable: found.name, pattern: found.text } };
    return [found.drawn, { patterns: [{ pattern: found.drawn.pattern }, condition] }];
  },
  "metavariable-comparison": (draw) => {
    const found = withName(draw);
    if (!found) return undefined;
    const comparison = /^\d+$/.test(found.text) ? `${found.name} >= ${found.text}` : `str(${found.name}) != "zz"`;
    const condition = { "metavariable-comparison": { metavariable: found.name, comparison } };
    return [found.drawn, { patterns: [{ pattern: found.drawn.pattern }, condition] }];
  },
  "focus-metavariable": (draw) => {
    const found = withName(draw);
    return (
      found && [found.drawn, { patterns: [{ pattern: found.drawn.pattern }, { "focus-metavariable": found.name }] }]
    );
  },
};

function around(draw: Draw, operator: string): readonly [Sample, Formula] | undefined {
  for (let attempt = 0; attempt < 10; attempt++) {
    const drawn = draw.next();
    const outer = enclosing(draw.source, drawn.row);
    if (outer !== undefined) return [drawn, { patterns: [{ pattern: drawn.pattern }, { [operator]: outer }] }];
  }
  return undefined;
}

/** How often each operator and each place of a replacement was drawn. */
export type Tally = Map<string, number>;

/** Of so many samples the one whose replacements were drawn least often is taken, every other time. */
const CHOICES = 8;

/** How often the rarest of a sample's replacements was drawn. */
const drawnBefore = ({ contexts }: Sample, tally: Tally): number =>
  Math.min(Number.MAX_SAFE_INTEGER, ...[...contexts].map((context) => tally.get(context) ?? 0));

/**
 * As many rules as asked for, for one language; fewer where its files do not yield them.
 * @param tally of all languages; the rules are counted in
 */
export function generate(
  language: string,
  sources: readonly Source[],
  count: number,
  random: Random,
  tally: Tally = new Map(),
): GeneratedRule[] {
  const rules: GeneratedRule[] = [];
  const operators = Object.entries(OPERATORS);
  for (let attempt = 0; rules.length < count && attempt < 20 * count; attempt++) {
    const source = pick(random, sources);
    const groups = [...candidates(source).values()];
    if (groups.length === 0) continue;
    const next = (): Sample => {
      if (random(2) === 0) return one();
      const choices = Array.from({ length: CHOICES }, one);
      return choices.reduce((best, each) => (drawnBefore(each, tally) < drawnBefore(best, tally) ? each : best));
    };
    const one = (): Sample => {
      for (let again = 0; ; again++) {
        const row = pick(random, pick(random, groups));
        const drawn = (random(3) === 0 ? sequence(source, row, random) : undefined) ?? sample(source, row, random);
        if (isTelling(drawn) || again > 200) return drawn;
      }
    };
    const [operator, make] = operators[attempt % operators.length]!;
    const made = make({ source, random, next });
    if (!made) continue;
    const [drawn, formula] = made;
    const id = `${language}-${rules.length + 1}`;
    const rule = { id, message: "Generated.", severity: "INFO", languages: [language], ...formula };
    rules.push({ id, operator, contexts: drawn.contexts, rule });
    for (const each of [operator, ...drawn.contexts]) tally.set(each, (tally.get(each) ?? 0) + 1);
  }
  return rules;
}
