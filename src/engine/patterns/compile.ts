// Pattern text → CompiledPattern: stand-ins, the first context that parses, the rows of the pattern itself, its shape.
import type { Language, PatternContext, PatternSyntax } from "../languages/language";
import { loweringOf } from "../languages/language";
import { ERROR_KIND, type Grammar, type Interner, type ParsedText, RowFlag } from "../syntax";
import { Kind, kindOf, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import { beginningsOf } from "./beginnings";
import { PatternError } from "./match";
import { NodeBuilder, PatternWords } from "./nodes";
import { DEFAULT_OPTIONS, type PatternOptions } from "./options";
import type { CompiledPattern, PatternNode, PatternShape, TypePattern } from "./pattern";
import { requiredNames } from "./required";
import { candidates, standIns, undo } from "./standins";
import { takeTypes } from "./typed";

/** @throws PatternError where the text does not parse in any of the language's contexts. */
export function compilePattern(
  source: string,
  language: Language,
  grammar: Grammar,
  options: PatternOptions = DEFAULT_OPTIONS,
): CompiledPattern {
  const text = source.replace(/^\s*\n/, "").trimEnd();
  if (text.trim() === "") throw new PatternError("The pattern is empty.", 0);
  const { embedded } = language.pattern;
  if (embedded?.when.test(text)) {
    const inner = loweringOf(language, grammar).embedded(embedded.language.id);
    return compilePattern(source, embedded.language, inner.grammar, options);
  }
  const words = new PatternWords();
  const plain = rewritten(text, language.pattern, options);
  const untyped = takeTypes(plain, language.pattern);
  const types = untyped.types.map((type) => typePattern(type, language, grammar, words));
  const read = readOrNowhere(untyped.text, language, grammar, source.indexOf(text));
  if (!read) return compiled(source, options, words, { type: "node", root: nowhere(words) });
  const { tree, interner, rows } = read;
  const loose = options.let_is_var ? language.pattern.looseModifiers : [];
  const builder = new NodeBuilder(tree, interner, language.pattern, words, types, loose);
  const shape = shapeOf(builder, tree, rows, plain, language.pattern);
  const { heads = [] } = language.pattern;
  const head = shape.type === "node" && heads.includes(shape.root.kind) && !/[;}]$/.test(text);
  return compiled(source, options, words, shape, head);
}

/** Undefined for what the language names as found nowhere. */
function readOrNowhere(text: string, language: Language, grammar: Grammar, skipped: number): Parsed | undefined {
  if (language.pattern.never?.some((each) => each.test(text))) return undefined;
  try {
    return parse(text, language, grammar, skipped);
  } catch (error) {
    if (error instanceof PatternError && language.pattern.nowhere?.some((each) => each.test(text))) return undefined;
    throw error;
  }
}

/** A row that no file has. */
function nowhere(words: PatternWords): PatternNode {
  const of = { type: "node", kind: kindOf("nowhere"), role: Role.None, text: "", name: "" } as const;
  return { ...of, textId: words.idOf(""), parts: new Map(), places: [] };
}

function rewritten(text: string, syntax: PatternSyntax, options: PatternOptions): string {
  const { rewrites = [], prepare, declared } = syntax;
  const prepared = prepare ? prepare(text) : text;
  const { cpp_parsing_pref: preference } = options;
  const decided = declared && preference ? declared(prepared, preference === "as_fundef") : prepared;
  return rewrites.reduce((before, [what, by]) => before.replace(what, by), decided);
}

/** A type alone, as `metavariable-type` names it. @throws PatternError where it does not parse. */
export function compileType(source: string, language: Language, grammar: Grammar): CompiledPattern {
  const words = new PatternWords();
  const { node } = typePattern(source.trim(), language, grammar, words);
  return compiled(source.trim(), DEFAULT_OPTIONS, words, { type: "node", root: node });
}

function compiled(
  source: string,
  options: PatternOptions,
  words: PatternWords,
  shape: PatternShape,
  head = false,
): CompiledPattern {
  const { texts, metavariables } = words;
  const root = shape.type === "node" ? shape.root : undefined;
  const selector = root?.type === "metavariable" && root.typed === undefined;
  const open = shape.type === "sequence" && shape.statements.at(-1)?.type === "ellipsis";
  const beginnings = beginningsOf(shape, options);
  const said = { source, shape, options, texts, metavariables, ...requiredNames(shape), selector, head };
  const closed = { ...said, beginnings, open: false };
  return open ? { ...closed, open, context: closed } : closed;
}

function typePattern(type: string, language: Language, grammar: Grammar, words: PatternWords): TypePattern {
  const { contexts, typeContexts = contexts } = language.pattern;
  const { tree, interner, rows } = parse(type, language, grammar, 0, typeContexts);
  const row = rows[0]!;
  const value = tree.kind[row] === Kind.ExpressionStatement ? childIn(tree, row, Role.Value) : row;
  const node = new NodeBuilder(tree, interner, language.pattern, words).build(value);
  return { name: type.replace(/\s+/g, ""), node };
}

/** Code with stand-ins as rows of a neutral tree. */
export interface ReadCode extends Parsed {
  /** Without blank lines around it. */
  readonly source: string;
  /** What a row's text says in the code. */
  textOf(row: number): string;
}

/** Code that is read as a pattern is, but has no types at its metavariables. @throws PatternError as compilePattern */
export function readCode(text: string, language: Language, grammar: Grammar): ReadCode {
  const source = text.trim();
  if (source === "") throw new PatternError("The code is empty.", 0);
  const parsed = parse(source, language, grammar, text.indexOf(source));
  const textOf = (row: number): string => undo(parsed.interner.text(parsed.tree.atom[row]!), language.pattern.letter);
  return { source, ...parsed, textOf };
}

interface Parsed {
  readonly tree: Tree;
  readonly interner: Interner;
  /** The outermost rows of the pattern itself. */
  readonly rows: readonly number[];
  /** Where the pattern begins in the tree's text; undefined where its offsets differ otherwise too. */
  readonly from: number | undefined;
}

/** @param skipped how much of the rule's text stands before this */
function parse(
  text: string,
  language: Language,
  grammar: Grammar,
  skipped: number,
  contexts: readonly PatternContext[] = language.pattern.contexts,
): Parsed {
  const { text: standing, ellipses } = standIns(text, language.pattern);
  const { opening = "" } = language.pattern;
  const open = contexts.filter(({ when }) => when === undefined || when.test(text));
  const ordered = [...open.filter(({ when }) => when), ...open.filter(({ when }) => !when)];
  const tried = new Set<string>();
  // The attempt that came furthest says best where the pattern is wrong.
  let furthest = 0;
  let secondBest: Parsed | undefined;
  for (const candidate of candidates(standing, ellipses, language)) {
    if (tried.has(candidate)) continue;
    tried.add(candidate);
    for (const context of ordered) {
      const parsed = grammar.parse(opening + wrap(candidate, context));
      const isWhole = !parsed.table.hasError;
      if (isWhole || (!secondBest && lacksOnlySemicolons(parsed, grammar))) {
        const from = opening.length + context.before.length;
        // Without a wrapper in front, what follows completes the pattern: `function $F(...)` gets a body that may be any.
        const to = context.before === "" ? parsed.text.length : parsed.text.length - context.after.length;
        const tree = loweringOf(language, grammar).lower(parsed);
        const rows = topRows(tree, from, to);
        if (rows.length === 0) continue;
        const exact = candidate === standing && indented(candidate, context) === candidate;
        const read = { tree, interner: parsed.interner, rows, from: exact ? from : undefined };
        // Better a context in which the wrapper takes no statement's first expression for its own.
        if (isWhole && rows.every((row) => tree.parent[row] === tree.parent[rows[0]!])) return read;
        secondBest ??= read;
      }
      furthest = Math.max(furthest, Math.min(errorIn(parsed, opening + context.before), text.length));
    }
  }
  if (secondBest) return secondBest;
  throw new PatternError(`The pattern does not parse as ${language.id}.`, skipped + furthest);
}

/** As Semgrep has it, a statement of a pattern may lack its end. */
function lacksOnlySemicolons({ table }: ParsedText, grammar: Grammar): boolean {
  let lacking = false;
  for (let row = 0; row < table.length; row++) {
    const missing = (table.flags[row]! & RowFlag.missing) !== 0;
    if (table.kind[row] === ERROR_KIND || (missing && grammar.kindName(table.kind[row]!) !== ";")) return false;
    lacking ||= missing;
  }
  return lacking;
}

/** Languages that nest by indentation get the pattern one step in where the context opens a block. */
function indented(text: string, context: PatternContext): string {
  return context.before.endsWith("\n  ") ? text.replaceAll("\n", "\n  ") : text;
}

const wrap = (text: string, context: PatternContext): string =>
  context.before + indented(text, context) + (context.completion ?? "") + context.after;

/** Where the first error lies in the pattern itself. */
function errorIn({ table, text }: ParsedText, before: string): number {
  const row = table.flags.findIndex((flags) => (flags & 12) !== 0);
  if (row < 0) return 0;
  // Where all from the start on is in error, its last token is what the parser could not go on with.
  const whole = table.start[row]! <= before.length && table.size[row]! > 1;
  const at = table.start[whole ? row + table.size[row]! - 1 : row]!;
  const steps = before.endsWith("\n  ") ? text.slice(before.length, at).split("\n").length - 1 : 0;
  return Math.max(0, at - before.length - 2 * steps);
}

/** The outermost rows that lie in the pattern's own text; wrappers around it are passed through. */
function topRows(tree: Tree, from: number, to: number): number[] {
  const rows: number[] = [];
  for (let row = 1; row < tree.length; ) {
    const inside = tree.start[row]! >= from && tree.end[row]! <= to;
    if (inside) rows.push(row);
    row += inside || tree.end[row]! <= from ? tree.size[row]! : 1;
    if (rows.length > 0 && row < tree.length && tree.start[row]! >= to) break;
  }
  return rows;
}

function shapeOf(
  builder: NodeBuilder,
  tree: Tree,
  rows: readonly number[],
  text: string,
  { loneParts = [] }: PatternSyntax,
): PatternShape {
  const row = rows[0]!;
  if (rows.length > 1) return { type: "sequence", statements: rows.map((each) => builder.build(each)) };
  if (tree.kind[row] === Kind.ExpressionStatement && !text.endsWith(";")) {
    const value = childIn(tree, row, Role.Value);
    if (value >= 0) return { type: "node", root: builder.build(value) };
  }
  const parts = loneParts.includes(tree.kind[row]!) ? childrenIn(tree, row) : [];
  return { type: "node", root: builder.build(parts.length === 1 ? parts[0]! : row) };
}
