// Generic patterns as Semgrep's spacegrep reads them: tokens against tokens, whitespace aside, but an indented block of the
// pattern wants an indented block of the text.
import type { Binding, Match } from "../match";
import { PatternError } from "../match";
import { StepLimit } from "../matching";
import type { SearchedText, TextPattern, TextPatternOptions } from "./text-pattern";
import { indentation, isWord, type TokenTable } from "./tokens";

type Node =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "metavariable"; readonly name: string }
  | { readonly type: "ellipsis"; readonly name: string }
  | { readonly type: "block"; readonly nodes: readonly Node[] };

const TOKEN = /\.{4,}|\.\.\.|\$\.\.\.[A-Z][A-Za-z0-9_]*|\$[A-Z][A-Za-z0-9_]*|[A-Za-z0-9_]+|\S/g;

/** @throws PatternError where two ellipses that cannot be told apart follow each other. */
export function spacegrep(source: string, { maxSpan, comments }: TextPatternOptions): TextPattern {
  const nodes = parse(source);
  return {
    source,
    metavariables: new Set(namesIn(nodes)),
    required: [],
    qualifiers: [],
    literals: wordsIn(nodes),
    selector: false,
    search: (text) => new Search(nodes, text, text.tokens(comments), maxSpan).run(),
  };
}

function parse(source: string): readonly Node[] {
  const root: Node[] = [];
  const open = [{ nodes: root, indent: 0 }];
  let at = 0;
  for (const line of source.split("\n")) {
    const nodes = [...line.matchAll(TOKEN)].flatMap((match) => nodesOf(match[0]));
    checkEllipses(nodes, at);
    at += line.length + 1;
    if (nodes.length === 0) continue;
    const indent = indentation(line);
    while (open.at(-1)!.indent > indent) open.pop();
    if (open.at(-1)!.indent < indent) {
      const block: Node[] = [];
      open.at(-1)!.nodes.push({ type: "block", nodes: block });
      open.push({ nodes: block, indent });
    }
    open.at(-1)!.nodes.push(...nodes);
  }
  return root;
}

function nodesOf(token: string): Node[] {
  if (token === "...") return [{ type: "ellipsis", name: "" }];
  if (token.startsWith("....")) return [...token].map((text) => ({ type: "text", text }));
  if (token.startsWith("$...")) return [{ type: "ellipsis", name: token }];
  if (token.length > 1 && token.startsWith("$")) return [{ type: "metavariable", name: token }];
  return [{ type: "text", text: token }];
}

function checkEllipses(nodes: readonly Node[], at: number): void {
  nodes.forEach((node, index) => {
    if (node.type !== "ellipsis" || node.name === "" || nodes[index - 1]?.type !== "ellipsis") return;
    throw new PatternError(`What \`${node.name}\` stands for cannot be told from the ellipsis before it.`, at);
  });
}

const namesIn = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => {
    if (node.type === "block") return namesIn(node.nodes);
    return node.type !== "text" && node.name !== "" ? [node.name] : [];
  });

const wordsIn = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => {
    if (node.type === "block") return wordsIn(node.nodes);
    return node.type === "text" && isWord(node.text) ? [node.text] : [];
  });

/** Whether the nodes match where nothing is left. */
const mayBeEmpty = (nodes: readonly Node[]): boolean =>
  nodes.every((node) => node.type === "ellipsis" || (node.type === "block" && mayBeEmpty(node.nodes)));

type Captures = ReadonlyMap<string, Binding>;

/** Text that an ellipsis has skipped so far, and the last line that it may reach. */
interface Gap {
  readonly name: string;
  readonly lastLine: number;
  readonly start: number;
  readonly end: number;
}

/** Where in the text a match stands: behind `last`, the last token that belongs to it (-1 at its start). */
interface Found {
  readonly captures: Captures;
  readonly last: number;
}

interface Place {
  readonly token: number;
  /** The block being read, and the one in which reading began: matches do not leave it. */
  readonly block: number;
  readonly barrier: number;
  readonly gap: Gap | undefined;
}

class Search {
  private steps = 0;
  private readonly limit: number;
  private first = 0;
  /** No name recurs, so that what follows a token does not depend on what was bound before it. */
  private readonly distinct: boolean;
  /** By barrier: tokens and nodes behind which nothing matches. */
  private readonly failed = new Map<number, Set<number>>();

  constructor(
    private readonly nodes: readonly Node[],
    private readonly searched: SearchedText,
    private readonly tokens: TokenTable,
    private readonly maxSpan: number,
  ) {
    this.limit = 300_000 + 60 * tokens.length;
    const names = namesIn(nodes);
    this.distinct = new Set(names).size === names.length;
  }

  /** Of matches with one end the shortest is kept; the longest where the pattern ends in an ellipsis. */
  run(): readonly Match[] {
    const { tokens } = this;
    const longest = this.nodes.at(-1)?.type === "ellipsis";
    const byEnd = new Map<number, Match>();
    for (const token of this.starts()) {
      this.first = token;
      const block = tokens.block[token]!;
      const found = this.match(this.nodes, 0, true, { token, block, barrier: block, gap: undefined }, this.nothing);
      if (!found || found.last < token || (longest && byEnd.has(found.last))) continue;
      byEnd.set(found.last, { start: tokens.start[token]!, end: tokens.end[found.last]!, bindings: found.captures });
    }
    return [...byEnd.values()].sort((a, b) => a.start - b.start);
  }

  private readonly nothing: Found = { captures: new Map(), last: -1 };

  private starts(): Iterable<number> {
    const { tokens, nodes } = this;
    const first = nodes[0];
    if (first?.type === "text") return tokens.places.get(first.text) ?? [];
    const all = Array.from({ length: tokens.length }, (_, token) => token);
    // An ellipsis in front begins where a block does.
    return first?.type === "ellipsis" ? all.filter((token) => token === 0 || tokens.opens[token]! >= 0) : all;
  }

  private endOf(last: number): number {
    return last < 0 ? this.tokens.start[this.first]! : this.tokens.end[last]!;
  }

  private lineOf(last: number): number {
    return this.tokens.line[last < 0 ? this.first : last]!;
  }

  /** @param root the nodes are the whole pattern, behind which the text may go on */
  private match(nodes: readonly Node[], from: number, root: boolean, place: Place, before: Found): Found | undefined {
    const { tokens } = this;
    let { token, block, gap } = place;
    let { captures, last } = before;
    for (let at = from; ; ) {
      if (++this.steps > this.limit) throw new StepLimit();
      const node = nodes[at];
      const done = token >= tokens.blockEnd[block]!;
      if (!node) return this.complete(root, done, { ...place, token, block, gap }, { captures, last });
      if (node.type === "ellipsis") {
        gap = this.widened(gap, node.name, last);
        at++;
      } else if (node.type === "block") {
        const inner = done ? -1 : tokens.opens[token]!;
        if (done) {
          if (!mayBeEmpty(nodes.slice(at))) return undefined;
          return this.closed(gap, captures, last);
        }
        if (inner >= 0 && inner !== block) {
          const closed = this.close(gap, captures);
          const whole: Place = { token, block: inner, barrier: inner, gap: undefined };
          const found = closed && this.match(node.nodes, 0, false, whole, { captures: closed, last });
          if (!found) return undefined;
          ({ captures, last } = found);
          token = tokens.blockEnd[inner]!;
          gap = undefined;
          at++;
        } else if (gap && tokens.line[token]! <= gap.lastLine) {
          gap = { ...gap, end: tokens.end[token]! };
          token++;
        } else {
          const closed = this.close(gap, captures);
          if (!closed || !mayBeEmpty(node.nodes)) return undefined;
          captures = closed;
          gap = undefined;
          at++;
        }
      } else if (done) {
        if (block === place.barrier) return undefined;
        block = tokens.parent[block]!;
      } else if (tokens.opens[token]! >= 0 && tokens.opens[token] !== block) {
        block = tokens.opens[token]!;
      } else {
        if (gap && tokens.line[token]! > gap.lastLine) return undefined;
        const closed = this.close(gap, captures);
        const bound = closed && this.bound(node, token, closed);
        if (bound && !gap) {
          captures = bound;
          last = token++;
          at++;
          continue;
        }
        const rest: Place = { ...place, token: token + 1, block, gap: undefined };
        const found = bound && this.goOn(nodes, at + 1, root, rest, { captures: bound, last: token });
        if (found || !gap) return found;
        gap = { ...gap, end: tokens.end[token]! };
        token++;
      }
    }
  }

  /** As match, but what has failed once is not tried again, or each ellipsis would multiply the time. */
  private goOn(nodes: readonly Node[], at: number, root: boolean, place: Place, before: Found): Found | undefined {
    const known = root && this.distinct ? this.failures(place.barrier) : undefined;
    const key = place.token * this.nodes.length + at;
    if (known?.has(key)) return undefined;
    const found = this.match(nodes, at, root, place, before);
    if (!found) known?.add(key);
    return found;
  }

  private failures(barrier: number): Set<number> {
    let failed = this.failed.get(barrier);
    if (!failed) {
      failed = new Set();
      this.failed.set(barrier, failed);
    }
    return failed;
  }

  /** The end of the nodes: an ellipsis there takes in what is left of the block, as far as it reaches. */
  private complete(root: boolean, done: boolean, { token, block, gap }: Place, found: Found): Found | undefined {
    const { tokens } = this;
    if (!gap) return done || root ? found : undefined;
    if (this.lineOf(found.last) > gap.lastLine) return root ? found : undefined;
    let last = found.last;
    for (let at = token; at < tokens.blockEnd[block]! && tokens.line[at]! <= gap.lastLine; at++) last = at;
    return this.closed(gap, found.captures, last);
  }

  private closed(gap: Gap | undefined, captures: Captures, last: number): Found | undefined {
    const closed = this.close(gap && { ...gap, end: Math.max(gap.start, this.endOf(last)) }, captures);
    return closed && { captures: closed, last };
  }

  private widened(gap: Gap | undefined, name: string, last: number): Gap {
    if (gap) return { ...gap, lastLine: gap.lastLine + this.maxSpan };
    const end = this.endOf(last);
    return { name, lastLine: this.lineOf(last) + this.maxSpan, start: end, end };
  }

  private close(gap: Gap | undefined, captures: Captures): Captures | undefined {
    return gap && gap.name !== "" ? this.with(captures, gap.name, gap.start, gap.end) : captures;
  }

  private bound(node: Node & { type: "text" | "metavariable" }, token: number, captures: Captures) {
    const { tokens } = this;
    const text = tokens.texts[token]!;
    if (node.type === "text") return node.text === text ? captures : undefined;
    return isWord(text) ? this.with(captures, node.name, tokens.start[token]!, tokens.end[token]!) : undefined;
  }

  private with(captures: Captures, name: string, start: number, end: number): Captures | undefined {
    const text = this.searched.text.slice(start, end);
    const known = captures.get(name);
    if (known) return known.text === text ? captures : undefined;
    return new Map(captures).set(name, { kind: "content", start, end, row: -1, count: 0, text });
  }
}
