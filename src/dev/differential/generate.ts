// Rules drawn from real code: every operator of search mode in turn, around patterns made of pieces of the files.
import { pick, type Random } from "../random";
import { CONTEXTS, candidates, declaredTypes, enclosing, type Sample, type Source, sample, sequence } from "./sample";

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

interface Named {
  readonly drawn: Sample;
  readonly name: string;
  readonly text: string;
}

/** A sample that has a metavariable, for a text that suits, if one comes up. */
function withName(draw: Draw, suits: (text: string) => boolean = () => true, attempts = 10): Named | undefined {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const drawn = draw.next();
    const found = bound(drawn, draw.random);
    if (found && !found[1].includes("\n") && suits(found[1])) return { drawn, name: found[0], text: found[1] };
  }
  return undefined;
}

/** The sample of a metavariable, and a condition on it. */
const where = ({ drawn, name }: Named, key: string, more: Formula): readonly [Sample, Formula] => [
  drawn,
  { patterns: [{ pattern: drawn.pattern }, { [key]: { metavariable: name, ...more } }] },
];

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
    return found && where(found, "metavariable-regex", { regex: `.*${escaped(found.text.slice(0, 2))}` });
  },
  "metavariable-pattern": (draw) => {
    const found = withName(draw);
    return found && where(found, "metavariable-pattern", { pattern: found.text });
  },
  "metavariable-comparison": (draw) => {
    const found = withName(draw);
    if (!found) return undefined;
    const comparison = /^\d+$/.test(found.text) ? `${found.name} >= ${found.text}` : `str(${found.name}) != "zz"`;
    return where(found, "metavariable-comparison", { comparison });
  },
  "metavariable-analysis": (draw) => {
    // Of a text's content: what else is bound says little of how it is spelt.
    const found = withName(draw, (text) => text.length > 24, 60);
    return found?.drawn.contexts.has("string $X") && /^[^()\s]+$/.test(found.text)
      ? where(found, "metavariable-analysis", { analyzer: "entropy" })
      : undefined;
  },
  "metavariable-type": (draw) => {
    const types = declaredTypes(draw.source);
    const found = types.size > 0 ? withName(draw, (text) => types.has(text), 60) : undefined;
    return found && where(found, "metavariable-type", { type: types.get(found.text)! });
  },
  match: (draw) => {
    const found = withName(draw);
    if (!found) return undefined;
    const { pattern } = found.drawn;
    const condition = { metavariable: found.name, regex: `.*${escaped(found.text.slice(0, 2))}` };
    return [found.drawn, { match: { any: [{ pattern, where: [condition] }] } }];
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

/** One more of each name. */
export function count(tally: Tally, names: Iterable<string>): void {
  for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
}

/** What a rule is counted for. */
export const namesOf = ({ operator, contexts }: GeneratedRule): readonly string[] => [operator, ...contexts];

/** All that rules can be drawn for. */
export const NAMES: readonly string[] = [...Object.keys(OPERATORS), ...CONTEXTS];

/** Of so many samples the one whose replacements were drawn least often is taken, every other time. */
const CHOICES = 8;

/** How often the rarest of a sample's replacements was drawn. */
const drawnBefore = ({ contexts }: Sample, tally: Tally): number =>
  Math.min(Number.MAX_SAFE_INTEGER, ...[...contexts].map((context) => tally.get(context) ?? 0));

/** Pieces of a file, every other time the rarest of some. */
function samples(source: Source, groups: readonly (readonly number[])[], random: Random, tally: Tally): () => Sample {
  const one = (): Sample => {
    for (let again = 0; ; again++) {
      const row = pick(random, pick(random, groups));
      const drawn = (random(3) === 0 ? sequence(source, row, random) : undefined) ?? sample(source, row, random);
      if (isTelling(drawn) || again > 200) return drawn;
    }
  };
  return () => {
    if (random(2) === 0) return one();
    const choices = Array.from({ length: CHOICES }, one);
    return choices.reduce((best, each) => (drawnBefore(each, tally) < drawnBefore(best, tally) ? each : best));
  };
}

/** What is drawn. */
export interface Wanted {
  readonly language: string;
  /** Files of the language. */
  readonly sources: readonly Source[];
  /** So many rules; fewer come where the files do not yield them. */
  readonly count: number;
  readonly random: Random;
  /** Of all languages; the rules are counted in. */
  readonly tally?: Tally;
  /** Only rules of these operators and contexts, each at most so often: absent for any. */
  readonly only?: ReadonlyMap<string, number>;
  /** How many rules of the language there are already. */
  readonly from?: number;
}

/** Rules drawn from files. */
export function generate({
  language,
  sources,
  count: most,
  random,
  tally = new Map(),
  only,
  from = 0,
}: Wanted): GeneratedRule[] {
  const rules: GeneratedRule[] = [];
  const operators = Object.entries(OPERATORS);
  const drawnHere: Tally = new Map();
  const suits = (name: string): boolean => (drawnHere.get(name) ?? 0) < (only?.get(name) ?? 0);
  for (let attempt = 0; rules.length < most && attempt < (only ? 100 : 20) * most; attempt++) {
    const source = pick(random, sources);
    const groups = [...candidates(source).values()];
    if (groups.length === 0) continue;
    const [operator, make] = operators[attempt % operators.length]!;
    const made = make({ source, random, next: samples(source, groups, random, tally) });
    if (!made) continue;
    const [drawn, formula] = made;
    const id = `${language}-${from + rules.length + 1}`;
    const rule = { id, message: "Generated.", severity: "INFO", languages: [language], ...formula };
    const names = [operator, ...drawn.contexts];
    if (only && !names.some(suits)) continue;
    rules.push({ id, operator, contexts: drawn.contexts, rule });
    count(tally, names);
    count(drawnHere, names);
  }
  return rules;
}
