// YAML and JSON as plain values that know where they stand, so that every mistake in a rule file has a line and a column.
import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
  visit,
} from "yaml";
import type { Place } from "./rule";

export interface LocatedScalar {
  readonly type: "scalar";
  readonly at: Place;
  readonly value: string | number | bigint | boolean | null;
}

export interface LocatedList {
  readonly type: "list";
  readonly at: Place;
  readonly items: readonly Located[];
}

export interface LocatedEntry {
  /** Where the key stands. */
  readonly at: Place;
  readonly value: Located;
}

export interface LocatedMap {
  readonly type: "map";
  readonly at: Place;
  readonly entries: ReadonlyMap<string, LocatedEntry>;
}

export type Located = LocatedScalar | LocatedList | LocatedMap;

/** A mistake at a place of the file; its message is a full sentence. */
export class LocatedError extends Error {
  constructor(
    message: string,
    readonly at: Place,
  ) {
    super(message);
    this.name = "LocatedError";
  }
}

/** Aliases share nodes, so a small file can stand for a huge value; no real rule file comes near this many. */
const maxNodes = 200_000;
/** Deeper than any formula a person writes, and shallow enough for every recursion over the result. */
const maxDepth = 200;

/** The key under which a mapping takes over what others hold. */
const MERGE = "<<";

/** Reads one YAML (or JSON) document; throws LocatedError at the first mistake: bad syntax, a duplicate key, endless aliases. */
export function readLocated(text: string): Located {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line - 1, 0), column: Math.max(col - 1, 0) };
  };
  const document = parse(text, lines, place);
  const mistake = document.errors[0];
  if (mistake) throw new LocatedError(sentence(mistake.message), place(mistake.pos[0]));

  const targets = aliasTargets(document);
  let nodes = 0;
  const convert = (node: Node | null | undefined, outer: Place, depth: number): Located => {
    const at = node?.range ? place(node.range[0]) : outer;
    if (++nodes > maxNodes || depth > maxDepth) throw new LocatedError("The file is nested too deeply.", at);
    if (isAlias(node)) return convert(targets.get(node), at, depth + 1);
    if (isSeq<Node>(node)) {
      return { type: "list", at, items: node.items.map((item) => convert(item, at, depth + 1)) };
    }
    if (isMap<Node, Node | null>(node)) {
      const entries = new Map<string, LocatedEntry>();
      const merged: Located[] = [];
      for (const { key, value } of node.items) {
        const name = convert(key, at, depth + 1);
        if (name.type !== "scalar") throw new LocatedError("A key must be plain text.", name.at);
        const entry = { at: name.at, value: convert(value, name.at, depth + 1) };
        if (name.value === MERGE) merged.push(entry.value);
        else entries.set(String(name.value), entry);
      }
      for (const value of merged) merge(entries, value);
      return { type: "map", at, entries };
    }
    return { type: "scalar", at, value: isScalar(node) ? scalarValue(node.value) : null };
  };
  return convert(document.contents, { line: 0, column: 0 }, 0);
}

/** The library's own document of a YAML text, with its ranges; `undefined` where `readLocated` would not look into it either. */
export function yamlDocument(text: string): Document<Node> | undefined {
  try {
    return parse(text, new LineCounter(), () => ({ line: 0, column: 0 }));
  } catch (error) {
    if (error instanceof LocatedError) return undefined;
    throw error;
  }
}

/**
 * As the library's `parseDocument`, but the depth is checked between its parser, which keeps a stack of its own, and its
 * composer, which recurses: on a nearly full stack V8 may end the whole process.
 */
function parse(text: string, lines: LineCounter, place: (offset: number) => Place): Document<Node> {
  const tokens = function* (): Generator<CST.Token> {
    for (const token of new Parser(lines.addNewLine).parse(text)) {
      const deep = tooDeep(token);
      if (deep) throw new LocatedError("The file is nested too deeply.", place(deep.offset));
      yield token;
    }
  };
  const [document, second] = new Composer({ prettyErrors: false }).compose(tokens(), true, text.length);
  if (!document) throw new LocatedError("The file is empty.", place(0));
  if (second) throw new LocatedError("A rule file must be one YAML document.", place(second.range[0]));
  return document;
}

/** The first token that lies too deep, if there is one. */
function tooDeep(root: CST.Token): CST.Token | undefined {
  let level = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return level[0];
    level = level.flatMap(partsOf);
  }
  return undefined;
}

function partsOf(token: CST.Token): CST.Token[] {
  if (token.type === "document") return token.value ? [token.value] : [];
  if (!("items" in token)) return [];
  const parts = token.items.flatMap((item) => [item.key, item.value]);
  return parts.filter((part) => part !== undefined && part !== null);
}

/** What each alias stands for: the last node before it with that anchor. */
function aliasTargets(document: Document<Node>): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, (_key, node) => {
    if (isAlias(node)) {
      const target = anchored.get(node.source);
      if (target) targets.set(node, target);
    } else if (isNode(node) && node.anchor) {
      anchored.set(node.anchor, node);
    }
  });
  return targets;
}

/** Adds what the mapping lacks of another one, or of a list of others, the first before the rest. */
function merge(entries: Map<string, LocatedEntry>, value: Located): void {
  if (value.type === "list") for (const item of value.items) merge(entries, item);
  else if (value.type === "map")
    for (const [key, entry] of value.entries) if (!entries.has(key)) entries.set(key, entry);
  if (value.type === "scalar") throw new LocatedError(`\`${MERGE}\` must name a mapping.`, value.at);
}

function scalarValue(value: unknown): LocatedScalar["value"] {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean" || typeof value === "bigint") return value;
  return String(value);
}

function sentence(message: string): string {
  const text = message.split("\n", 1)[0] ?? "";
  return `${text.replace(/[.:]?$/, "")}.`;
}

/** The same value without places, as `JSON.parse` would give it. */
export function plain(located: Located): unknown {
  if (located.type === "list") return located.items.map(plain);
  if (located.type === "map")
    return Object.fromEntries([...located.entries].map(([key, entry]) => [key, plain(entry.value)]));
  return typeof located.value === "bigint" ? Number(located.value) : located.value;
}

/** The text of a scalar; throws LocatedError where it is none. `what` names it in the message: "`id`". */
export function textOf(located: Located, what: string): string {
  if (located.type === "scalar" && typeof located.value === "string") return located.value;
  const hint = located.type === "scalar" && located.value !== null ? "; put it in quotes" : "";
  throw new LocatedError(`${what} must be text${hint}.`, located.at);
}

/** A list of texts, or one text standing for a list of one. */
export function textsOf(located: Located, what: string): string[] {
  if (located.type !== "list") return [textOf(located, what)];
  return located.items.map((item) => textOf(item, `Each entry of ${what}`));
}

/** `true` or `false`; `fallback` where the entry is absent. */
export function flagOf(entry: LocatedEntry | undefined, what: string, fallback: boolean): boolean {
  if (!entry) return fallback;
  if (entry.value.type === "scalar" && typeof entry.value.value === "boolean") return entry.value.value;
  throw new LocatedError(`${what} must be true or false.`, entry.value.at);
}

/** The mapping; throws LocatedError where it is none. */
export function mapOf(located: Located, what: string): LocatedMap {
  if (located.type === "map") return located;
  throw new LocatedError(`${what} must be a mapping.`, located.at);
}

/** The entry of a key that must be there; `owner` names the mapping: "A rule". */
export function required(map: LocatedMap, key: string, owner: string): LocatedEntry {
  const entry = map.entries.get(key);
  if (entry) return entry;
  throw new LocatedError(`${owner} needs the key \`${key}\`.`, map.at);
}
