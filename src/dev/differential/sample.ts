// Pieces of real code made into patterns: each a text with places that were replaced, and what they were replaced by.
import type { Language } from "../../engine/languages/language";
import type { Interner, RawTable } from "../../engine/syntax";
import { Kind, Role } from "../../engine/tree/kinds";
import { childIn, childrenIn, type Tree } from "../../engine/tree/tree";
import { pick, type Random } from "../random";

/** A file to draw from. */
export interface Source {
  readonly text: string;
  readonly tree: Tree;
  readonly table: RawTable;
  readonly interner: Interner;
  readonly language: Language;
}

export interface Sample {
  readonly pattern: string;
  readonly row: number;
  /** Where an ellipsis or the like was put: names for the tally. */
  readonly contexts: ReadonlySet<string>;
  /** Names of the metavariables with the text that each replaced. */
  readonly metavariables: ReadonlyMap<string, string>;
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** For the tally. */
  readonly context: string;
  /** What is drawn first. */
  readonly sort: string;
}

const EXPRESSIONS = [Kind.Call, Kind.New, Kind.Member, Kind.Assign, Kind.Binary, Kind.Array, Kind.Object, Kind.Dict];
const STATEMENTS = [
  Kind.ExpressionStatement,
  Kind.Variable,
  Kind.If,
  Kind.For,
  Kind.ForEach,
  Kind.While,
  Kind.Try,
  Kind.Return,
  Kind.Throw,
];
const DEFINITIONS = [Kind.Function, Kind.Class, Kind.Lambda];
const MARKUP = [Kind.Element, Kind.Attribute];

const LONGEST = 600;

/** Roles of what is reported narrower than it is written: `let` and `func` belong to a pattern. */
const WHOLE: readonly Role[] = [Role.Statement, Role.Member, Role.Argument, Role.Parameter];

/** From where to where the code of a row is. */
function extent({ tree, table }: Source, row: number): readonly [number, number] {
  const [start, end, raw] = [tree.start[row]!, tree.end[row]!, tree.raw[row]!];
  if (!WHOLE.includes(tree.role[row]!) || raw === tree.raw[tree.parent[row]!]) return [start, end];
  return [Math.min(start, table.start[raw]!), Math.max(end, table.end[raw]!)];
}

/** Rows that make a pattern of a good size, by what they are. */
export function candidates({ tree }: Source): ReadonlyMap<string, readonly number[]> {
  const groups: [string, readonly number[]][] = [
    ["expression", EXPRESSIONS],
    ["statement", STATEMENTS],
    ["definition", DEFINITIONS],
    ["markup", MARKUP],
    ["pair", [Kind.Pair]],
  ];
  const found = new Map<string, number[]>();
  for (let row = 1; row < tree.length; row++) {
    const size = tree.end[row]! - tree.start[row]!;
    const group = groups.find(([, kinds]) => kinds.includes(tree.kind[row]!))?.[0];
    if (group === undefined || size < 4 || size > LONGEST) continue;
    // A signature alone is no pattern.
    if (tree.kind[row] === Kind.Function && childIn(tree, row, Role.Body) < 0) continue;
    found.set(group, [...(found.get(group) ?? []), row]);
  }
  // Of code a pair is no pattern; of data it is.
  if (found.has("statement") || found.has("definition")) found.delete("pair");
  return found;
}

/** Makes a pattern of a row, with some of its parts replaced: first a sort of replacement is drawn, then a place. */
export function sample(source: Source, row: number, random: Random): Sample {
  const { tree } = source;
  const possible = new Map<string, Change[]>();
  for (let at = row; at < row + tree.size[row]!; at++) {
    for (const change of changesAt(source, at, row, random)) {
      possible.set(change.sort, [...(possible.get(change.sort) ?? []), change]);
    }
  }
  const changes: Change[] = [];
  const wanted = 1 + random(3);
  for (let attempt = 0; attempt < 6 && possible.size > 0 && changes.length < wanted; attempt++) {
    const change = pick(random, pick(random, [...possible.values()]));
    if (!changes.some((other) => other.start < change.end && change.start < other.end)) changes.push(change);
  }
  return written(source, row, changes);
}

/** Types of what the file declares, by name; names declared twice have the type of the last. */
export function declaredTypes({ text, tree }: Source): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (let row = 1; row < tree.length; row++) {
    if (![Kind.Parameter, Kind.Variable, Kind.Field].includes(tree.kind[row]!)) continue;
    const [target, name] = [childIn(tree, row, Role.Target), childIn(tree, row, Role.Name)];
    const [declared, type] = [target < 0 ? name : target, childIn(tree, row, Role.Type)];
    if (declared < 0 || type < 0) continue;
    types.set(text.slice(tree.start[declared], tree.end[declared]), text.slice(tree.start[type], tree.end[type]));
  }
  return types;
}

/** Two statements of one list with `...` between them, and now and then one in front or behind. */
export function sequence(source: Source, row: number, random: Random): Sample | undefined {
  const { tree } = source;
  const siblings = childrenIn(tree, tree.parent[row]!, Role.Statement);
  const later = siblings.slice(siblings.indexOf(row) + 1);
  if (!siblings.includes(row) || later.length === 0) return undefined;
  const [one, other] = [sample(source, row, random), sample(source, pick(random, later), random)];
  if (one.pattern.length + other.pattern.length > LONGEST) return undefined;
  const between = random(4) === 0 ? "" : "...\n";
  const [front, behind] = [random(5) === 0 ? "...\n" : "", random(5) === 0 ? "\n..." : ""];
  // The two have numbered their metavariables each for itself: the second's get names of their own.
  const pattern = `${front}${one.pattern}\n${between}${other.pattern.replace(/\$M/g, "$N")}${behind}`;
  const contexts = new Set([...one.contexts, ...other.contexts]);
  contexts.add(between === "" ? "sequence" : "sequence with ...");
  if (front !== "") contexts.add("... in front");
  if (behind !== "") contexts.add("... behind");
  return { pattern, row, contexts, metavariables: one.metavariables };
}

function written(source: Source, row: number, changes: readonly Change[]): Sample {
  const { text } = source;
  const [begin, end] = extent(source, row);
  const names = new Map<string, string>();
  const metavariables = new Map<string, string>();
  let pattern = "";
  let from = begin;
  for (const { start, end: behind, text: by } of [...changes].sort((a, b) => a.start - b.start)) {
    const original = text.slice(start, behind);
    // One text is one metavariable, wherever it stands.
    const name = names.get(original) ?? `$M${names.size + 1}`;
    if (by.includes("@")) {
      names.set(original, name);
      metavariables.set(name, original);
    }
    pattern += text.slice(from, start) + by.replace("@", name);
    from = behind;
  }
  pattern += text.slice(from, end);
  return {
    pattern: dedented(pattern, text, begin),
    row,
    contexts: new Set(changes.map(({ context }) => context)),
    metavariables,
  };
}

/** Lines behind the first lose the indentation of the first. */
function dedented(pattern: string, text: string, start: number): string {
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const indent = /^[ \t]*/.exec(line)![0];
  return pattern.replaceAll(`\n${indent}`, "\n");
}

const LISTS: readonly (readonly [Role, string])[] = [
  [Role.Argument, "arguments"],
  [Role.Parameter, "parameters"],
  [Role.Element, "elements"],
  [Role.Attribute, "attributes"],
  [Role.Child, "children"],
  [Role.Member, "members"],
  [Role.Case, "cases"],
];
/** Lists that `$...X` may stand for. */
const NAMED = /^(arguments|parameters|children|statements)$/;
const PLACES = ["all", "first", "last", "middle"] as const;

/** Every context that is drawn: what a rule may say of places in code. */
export const CONTEXTS: readonly string[] = [
  ...[...LISTS.map(([, name]) => name), "entries", "statements"].flatMap((name) => [
    ...PLACES.map((place) => `${name} ... (${place})`),
    ...(NAMED.test(name) ? [`${name} $...X`] : []),
  ]),
  ...["metavariable", "deep", "condition ...", "return ...", "value ...", "keyword ...", "operand ...", "header ..."],
  ...["string ...", "string $X", "word", "chain ...", "sequence", "sequence with ...", "... in front", "... behind"],
];

/** In Dockerfiles and Terraform what a statement calls is an instruction, or the type of a block. */
function isKeyword({ language, tree }: Source, row: number): boolean {
  if (tree.role[row] !== Role.Callee || !["dockerfile", "terraform"].includes(language.id)) return false;
  return tree.kind[tree.parent[tree.parent[row]!]!] === Kind.ExpressionStatement;
}

/** What may be replaced at a row below `top`. */
function* changesAt(source: Source, row: number, top: number, random: Random): Generator<Change> {
  const { tree } = source;
  const kind = tree.kind[row]!;
  for (const [role, name] of LISTS) {
    const items = childrenIn(tree, row, role);
    const entries = name === "elements" && (kind === Kind.Object || kind === Kind.Dict);
    if (items.length > 0) yield someOf(source, items, entries ? "entries" : name, random);
  }
  const statements = kind === Kind.Block || kind === Kind.Case ? childrenIn(tree, row, Role.Statement) : [];
  if (statements.length > 0) yield someOf(source, statements, "statements", random);
  if (kind === Kind.For) yield* header(source, row);
  if (row === top) return;
  const [start, end] = [tree.start[row]!, tree.end[row]!];
  const role = tree.role[row];
  if (kind === Kind.String && end - start > 2) yield* stringChanges(source, row);
  // A shell's variable begins with the sign of a metavariable.
  const isName =
    kind === Kind.Identifier && !/\$\{?[#!]?$/.test(source.text.slice(start - 3, start)) && !isKeyword(source, row);
  if (isName) yield { start, end, text: "@", context: "metavariable", sort: "name" };
  yield* chain(source, row);
  const isValue = EXPRESSIONS.includes(kind) || kind === Kind.Number;
  if (!isValue || role === Role.Target) return;
  yield { start, end, text: "@", context: "metavariable", sort: "value" };
  const code = source.text.slice(start, end);
  if (role === Role.Argument) yield { start, end, text: `<... ${code} ...>`, context: "deep", sort: "deep" };
  const open = OPEN.find((each) => each.role === role && each.of.includes(tree.kind[tree.parent[row]!]!));
  if (open) yield { start, end, text: "...", context: `${open.sort} ...`, sort: open.sort };
}

/** Values that `...` may stand for alone. */
const OPEN: readonly { readonly role: Role; readonly of: readonly Kind[]; readonly sort: string }[] = [
  { role: Role.Condition, of: [Kind.If, Kind.While, Kind.DoWhile], sort: "condition" },
  { role: Role.Value, of: [Kind.Return], sort: "return" },
  { role: Role.Value, of: [Kind.Assign], sort: "value" },
  { role: Role.Init, of: [Kind.Variable], sort: "value" },
  { role: Role.Value, of: [Kind.Argument], sort: "keyword" },
  { role: Role.Right, of: [Kind.Binary], sort: "operand" },
];

/** What stands in the parentheses of a `for`. */
function* header({ text, tree }: Source, row: number): Generator<Change> {
  const first = childIn(tree, row, Role.Init);
  const body = childIn(tree, row, Role.Body);
  if (first < 0 || body < 0) return;
  const [start, end] = [tree.start[first]!, text.slice(0, tree.start[body]).lastIndexOf(")")];
  if (end > start && text[text.slice(0, start).trimEnd().length - 1] === "(") {
    yield { start, end, text: "...", context: "header ...", sort: "header" };
  }
}

function* stringChanges({ text, tree }: Source, row: number): Generator<Change> {
  const [start, end] = [tree.start[row]!, tree.end[row]!];
  const quote = text[start];
  if ((quote !== '"' && quote !== "'" && quote !== "`") || text[end - 1] !== quote) {
    if (/^[\w.-]+$/.test(text.slice(start, end))) yield { start, end, text: "@", context: "word", sort: "value" };
    return;
  }
  yield { start, end, text: `${quote}...${quote}`, context: "string ...", sort: "string ..." };
  yield { start: start + 1, end: end - 1, text: "@", context: "string $X", sort: "string $X" };
}

/** `a.b().c` becomes `a. ... .c`. */
function* chain({ text, tree }: Source, row: number): Generator<Change> {
  if (tree.kind[row] !== Kind.Member) return;
  const [called, property] = [childIn(tree, row, Role.Object), childIn(tree, row, Role.Property)];
  const callee = called >= 0 && tree.kind[called] === Kind.Call ? childIn(tree, called, Role.Callee) : -1;
  if (property < 0 || callee < 0 || tree.kind[callee] !== Kind.Member) return;
  const [start, end] = [tree.end[childIn(tree, callee, Role.Object)]!, tree.end[called]!];
  const sign = text.slice(end, tree.start[property]!).trim();
  if (sign === "." || sign === "->") yield { start, end, text: `${sign} ... `, context: "chain ...", sort: "chain" };
}

/** All of a list, its beginning, its end or its middle becomes `...` (or `$...X`). */
function someOf(source: Source, items: readonly number[], name: string, random: Random): Change {
  const last = items.length - 1;
  const place = pick(random, PLACES.slice(0, last === 0 ? 1 : last === 1 ? 3 : 4));
  const from = place === "all" || place === "first" ? 0 : 1 + random(place === "last" ? last : last - 1);
  const to = place === "all" || place === "last" ? last : from + random(last - from);
  const named = NAMED.test(name) && random(4) === 0;
  return {
    start: extent(source, items[from]!)[0],
    end: extent(source, items[to]!)[1],
    text: named ? "$...REST" : "...",
    context: named ? `${name} $...X` : `${name} ... (${place})`,
    sort: name,
  };
}

/** What is around a row and has a name, its parameters and all that is in it left open; undefined where there is none. */
export function enclosing(source: Source, row: number): string | undefined {
  const { tree } = source;
  for (let at = tree.parent[row]!; at > 0; at = tree.parent[at]!) {
    if (!AROUND.includes(tree.kind[at]!)) continue;
    const name = childIn(tree, at, NAMES.find((role) => childIn(tree, at, role) >= 0) ?? Role.Name);
    const body = childIn(tree, at, Role.Body);
    const inner = childrenIn(tree, body < 0 ? at : body, body < 0 ? Role.Member : Role.Statement);
    const content =
      inner.length > 0
        ? inner
        : childrenIn(
            tree,
            at,
            CONTENTS.find((role) => childIn(tree, at, role) >= 0),
          );
    if (name < 0 || content.length === 0) return undefined;
    const [start, end] = extent(source, name);
    const changes: Change[] = [{ start, end, text: "$AROUND", context: "", sort: "" }, open(source, content)];
    // What receives a method stands before its name.
    const parameters = childrenIn(tree, at, Role.Parameter).filter((each) => extent(source, each)[0] >= end);
    if (parameters.length > 0) changes.push(open(source, parameters));
    const { pattern } = written(source, at, changes);
    return pattern.length > LONGEST ? undefined : pattern;
  }
  return undefined;
}

const AROUND = [Kind.Function, Kind.Class, Kind.Pair, Kind.Element];
const NAMES = [Role.Name, Role.Key];
const CONTENTS = [Role.Value, Role.Child];

function open(source: Source, items: readonly number[]): Change {
  const [start, end] = [extent(source, items[0]!)[0], extent(source, items.at(-1)!)[1]];
  return { start, end, text: "...", context: "", sort: "" };
}
