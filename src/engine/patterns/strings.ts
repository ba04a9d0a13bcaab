// Literals: what a string or number of a pattern matches, constants known by propagation included.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import type { MatchDocument } from "./document";
import type { Matching, Next } from "./matching";
import { type PatternNode, partOf } from "./pattern";

const isLiteral = (kind: number): boolean => kind === Kind.String || kind === Kind.Number || kind === Kind.Boolean;

const isText = (kind: number): boolean => kind === Kind.String || kind === Kind.StringPart;

/** A string of the pattern that is written with a prefix (`b"..."`) wants it; one without takes any. */
export function matchStringNode(m: Matching, node: PatternNode, row: number, next: Next): void {
  const prefix = partOf(node, Role.Modifier);
  if (prefix) {
    const own = childIn(m.document.tree, row, Role.Modifier);
    if (own < 0 || !m.sameText(prefix, own)) return;
  }
  switch (node.type) {
    case "any-string":
      return matchAnyString(m, row, next);
    case "string-metavariable":
      return matchStringMetavariable(m, node, row, next);
    case "string-regex":
      return matchStringRegex(m, node, row, next);
    default:
      return matchLiteral(m, node, row, next);
  }
}

/** `"..."`: a string, or an expression known to be a constant string. */
function matchAnyString(m: Matching, row: number, next: Next): void {
  const { tree } = m.document;
  if (isText(tree.kind[row]!)) return next();
  if (!mayBeConstant(tree.kind[row]!)) return;
  const constant = m.constantOf(row);
  if (constant?.type === "some-string" && constant.computed && tree.kind[row] === Kind.Binary) return;
  if (constant?.type === "string" || constant?.type === "some-string") next();
}

/** `"$X"` binds the content without quotes. */
function matchStringMetavariable(m: Matching, node: PatternNode, row: number, next: Next): void {
  const content = contentOf(m, row);
  if (content) m.bind(node.name, { kind: "content", row, count: 1, ...content }, next);
}

/** `"=~/re/"`: the regular expression occurs in the content. */
function matchStringRegex(m: Matching, node: PatternNode, row: number, next: Next): void {
  const content = contentOf(m, row) ?? nameOf(m, row);
  if (!content) return;
  const match = m.regexOf(node).exec(content.text);
  if (match && "start" in match) next();
}

export interface Content {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands between the quotes of a literal. */
export function literalContent({ tree, interner, text }: MatchDocument, row: number): Content | undefined {
  if (!isText(tree.kind[row]!) && tree.kind[row] !== Kind.MarkupText) return undefined;
  const start = tree.start[row]!;
  const end = tree.end[row]!;
  const content = interner.text(tree.atom[row]!);
  const at = text.indexOf(content, start);
  // A text that ends its last line says so without holding the line's end.
  return at < 0 || at + content.trimEnd().length > end
    ? { text: content, start, end }
    : { text: content, start: at, end: Math.min(at + content.length, end) };
}

function contentOf(m: Matching, row: number): Content | undefined {
  const literal = literalContent(m.document, row);
  if (literal) return literal;
  const { tree } = m.document;
  const start = tree.start[row]!;
  const end = tree.end[row]!;
  if (!mayBeConstant(tree.kind[row]!)) return undefined;
  const constant = m.constantOf(row);
  return constant?.type === "string" ? { text: constant.value, start, end } : undefined;
}

/** Field names and import paths count as strings to a regular expression. */
function nameOf(m: Matching, row: number): Content | undefined {
  const { tree, interner } = m.document;
  if (tree.kind[row] !== Kind.Name) return undefined;
  return { text: interner.text(tree.atom[row]!), start: tree.start[row]!, end: tree.end[row]! };
}

/** A literal of the pattern against a row of another kind, or of the same kind with another spelling. */
export function matchLiteral(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree, interner } = m.document;
  const kind = tree.kind[row]!;
  if ((kind === node.kind || (isText(kind) && isText(node.kind))) && m.sameText(node, row)) return next();
  if (m.document.language.folding.looseLiterals && isLiteral(kind) && kind !== node.kind && m.sameText(node, row))
    return next();
  if (kind === Kind.Name && node.kind === Kind.String && m.sameText(node, row) && tree.role[row] === Role.Key)
    return next();
  if (kind === node.kind && node.kind === Kind.Number) {
    const value = numberOf(node.text);
    const text = interner.text(tree.atom[row]!);
    // `8.0` is 8 where all numbers are floats.
    const alike = !m.document.language.folding.integers || isPlain(node.text) === isPlain(text);
    if (alike && value !== undefined && value === numberOf(text)) next();
    return;
  }
  if (kind === node.kind || !mayBeConstant(kind)) return;
  const constant = m.constantOf(row);
  if (!constant || !("value" in constant)) return;
  if (m.document.language.folding.looseLiterals && String(constant.value) === node.text) return next();
  if (node.kind === Kind.String && constant.type === "string" && constant.value === node.text) next();
  if (node.kind === Kind.Number && constant.type === "number" && Number(constant.value) === numberOf(node.text)) next();
  if (
    node.kind === Kind.Boolean &&
    constant.type === "boolean" &&
    constant.value === (node.text.toLowerCase() === "true")
  )
    next();
}

/** Without a point and an exponent. */
const isPlain = (text: string): boolean => /^(?:0x|[^.e]+$)/i.test(text);

/** Value of a number as written in most languages; undefined where JavaScript cannot read it. */
export function numberOf(text: string): number | undefined {
  const plain = text
    .replaceAll("_", "")
    .replace(/^0([0-7]+)$/, "0o$1")
    .replace(/(?<=[\da-f])[nNjJ]$/i, "");
  const value = Number(plain);
  return Number.isNaN(value) || plain === "" ? undefined : value;
}

/** Kinds that constant propagation can know a value of; others are not asked. */
function mayBeConstant(kind: number): boolean {
  switch (kind) {
    case Kind.Identifier:
    case Kind.Member:
    case Kind.Binary:
    case Kind.Template:
    case Kind.TaggedTemplate:
    case Kind.Conditional:
    case Kind.Unary:
    case Kind.Call:
      return true;
    default:
      return false;
  }
}

/** `/.../` and `/$RE/`; flags of the target are free where the pattern has none. */
export function matchRegex(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree, interner, semantics } = m.document;
  if (tree.kind[row] !== Kind.Regex) {
    const value = semantics.initialiserOf(row);
    if (value >= 0 && tree.kind[value] === Kind.Regex) matchRegex(m, node, value, next);
    return;
  }
  const text = interner.text(tree.atom[row]!);
  const start = tree.start[row]! + 1;
  const flags = node.parts.get(Role.Flags)?.[0];
  const flagsRow = childIn(tree, row, Role.Flags);
  if (flags && (flagsRow < 0 || !m.sameText(flags, flagsRow))) return;
  if (node.text === "...") return next();
  // What interpolates is no one text.
  if (childIn(tree, row, Role.Part) >= 0) return;
  if (/^\$[A-Z_][A-Z0-9_]*$/.test(node.text)) {
    return m.bind(node.text, { kind: "content", row, count: 1, text, start, end: start + text.length }, next);
  }
  if (m.sameText(node, row)) next();
}
