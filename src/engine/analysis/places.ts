// Places in a text that hosts ask for: comments, the symbols around an offset, the statement it stands in.
import type { Range } from "../findings/finding";
import type { Language } from "../languages";
import type { MatchDocument } from "../patterns/document";
import type { Grammar, ParsedText } from "../syntax";
import { RowFlag } from "../syntax";
import { Kind, Role } from "../tree/kinds";
import { childIn, type Tree } from "../tree/tree";

/** Where the comments of a text stand, in order. */
export function commentRanges({ table }: ParsedText, grammar: Grammar, language: Language): Range[] {
  const kinds = new Set(language.commentKinds.map((name) => grammar.namedKind(name)));
  const ranges: Range[] = [];
  for (let row = 0; row < table.length; row++) {
    if (kinds.has(table.kind[row]!)) ranges.push({ start: table.start[row]!, end: table.end[row]! });
  }
  return ranges;
}

/** Rows from the root to the innermost one that holds the offset. */
function* path(tree: Tree, offset: number): Generator<number> {
  let row = 0;
  yield row;
  for (;;) {
    const end = row + tree.size[row]!;
    let child = row + 1;
    while (child < end && !(tree.start[child]! <= offset && offset < tree.end[child]!)) child += tree.size[child]!;
    if (child >= end) return;
    row = child;
    yield row;
  }
}

/** Names of the functions and classes around an offset, outermost first. */
export function symbolsAt({ tree, interner }: MatchDocument, offset: number): string[] {
  const symbols: string[] = [];
  for (const row of path(tree, offset)) {
    const kind = tree.kind[row];
    if (kind !== Kind.Function && kind !== Kind.Class && kind !== Kind.Lambda) continue;
    const name = childIn(tree, row, Role.Name);
    if (name >= 0) symbols.push(interner.text(tree.atom[name]!));
  }
  return symbols;
}

/** The innermost statement or member that holds the offset; the whole text where there is none. */
export function statementAt(tree: Tree, offset: number): Range {
  let found = 0;
  for (const row of path(tree, offset)) {
    const role = tree.role[row];
    if ((role === Role.Statement || role === Role.Member || role === Role.Body) && tree.kind[row] !== Kind.Block)
      found = row;
  }
  return { start: tree.start[found]!, end: tree.end[found]! };
}

export const statementStart = (tree: Tree, offset: number): number => statementAt(tree, offset).start;

/** Statements around the places that do not parse, at most `most` of them. */
export function brokenStatements({ table }: ParsedText, tree: Tree, most: number): Range[] {
  const ranges: Range[] = [];
  for (let row = 0; row < table.length && ranges.length < most; row++) {
    if ((table.flags[row]! & (RowFlag.error | RowFlag.missing)) === 0) continue;
    const range = statementAt(tree, table.start[row]!);
    const last = ranges.at(-1);
    if (!last || last.start !== range.start || last.end !== range.end) ranges.push(range);
  }
  return ranges;
}

/** Whether something that does not parse touches the range. */
export function hasErrorAt({ table }: ParsedText, { start, end }: Range): boolean {
  if (!table.hasError) return false;
  for (let row = 0; row < table.length; row++) {
    const broken = (table.flags[row]! & (RowFlag.error | RowFlag.missing)) !== 0;
    if (broken && table.start[row]! <= end && start <= table.end[row]!) return true;
  }
  return false;
}

/** How many rows say that the text does not parse. */
export function errorCount({ table }: ParsedText): number {
  if (!table.hasError) return 0;
  let errors = 0;
  for (let row = 0; row < table.length; row++)
    if ((table.flags[row]! & (RowFlag.error | RowFlag.missing)) !== 0) errors++;
  return Math.max(1, errors);
}
