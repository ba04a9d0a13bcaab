// Lists of children: in order with gaps, in any order, arguments, operands.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { matchNode } from "./matcher";
import type { Matching, Next } from "./matching";
import type { PatternOptions } from "./options";
import { type PatternNode, partOf } from "./pattern";

/** Ordered, exact but for `...` and `$...X`. `place` is where an empty `$...X` stands. */
export function matchOrdered(
  m: Matching,
  patterns: readonly PatternNode[],
  rows: readonly number[],
  place: number,
  next: Next,
  open = false,
): void {
  const at = (pattern: number, row: number): void => {
    m.step();
    const node = patterns[pattern];
    if (!node) {
      if (open || row === rows.length) next();
      return;
    }
    if (node.type === "ellipsis") {
      if (pattern === patterns.length - 1) return next();
      for (let skip = row; skip <= rows.length; skip++) at(pattern + 1, skip);
      return;
    }
    if (node.type === "ellipsis-metavariable") {
      const from = pattern === patterns.length - 1 ? rows.length : row;
      for (let to = from; to <= rows.length; to++) {
        m.bind(node.name, m.listBinding(rows, row, to, place), () => at(pattern + 1, to));
      }
      return;
    }
    if (row < rows.length) matchNode(m, node, rows[row]!, () => at(pattern + 1, row + 1));
  };
  at(0, 0);
}

/** Ways to hand rows to metavariables beyond which only one is tried: `$A | $B | …` has factorially many. */
const MOST_WAYS = 5_000;

/** As matchOrdered, but rows may follow. */
export function matchBeginning(
  m: Matching,
  patterns: readonly PatternNode[],
  rows: readonly number[],
  place: number,
  next: Next,
): void {
  matchOrdered(m, patterns, rows, place, next, true);
}

/** Every pattern matches a row of its own, in any order; rows may be left over. Ellipses say nothing here. */
export function matchSubset(m: Matching, patterns: readonly PatternNode[], rows: readonly number[], next: Next): void {
  const isFree = ({ type }: PatternNode): boolean => type === "metavariable";
  const given = patterns.filter((node) => node.type !== "ellipsis" && node.type !== "ellipsis-metavariable");
  if (given.length > rows.length) return;
  // What says most comes first, so that metavariables choose among what is left.
  const items = [...given.filter((node) => !isFree(node)), ...given.filter(isFree)];
  let ways = 1;
  for (let free = 0; free < given.filter(isFree).length; free++) ways *= rows.length - free;
  const used = new Set<number>();
  const at = (item: number): boolean => {
    m.step();
    const node = items[item];
    if (!node) {
      next();
      return true;
    }
    let found = false;
    const left = rows.filter((row) => !used.has(row));
    for (const row of sameKey(m, node, left)) {
      used.add(row);
      matchNode(m, node, row, () => {
        if (at(item + 1)) found = true;
      });
      used.delete(row);
      if (found && ways > MOST_WAYS && isFree(node)) break;
    }
    return found;
  };
  at(0);
}

const GAP: PatternNode = {
  type: "ellipsis",
  kind: Kind.None,
  role: Role.None,
  text: "",
  textId: 0,
  name: "",
  parts: new Map(),
  places: [],
};

/** In order, but rows may be left over anywhere. */
export function matchSubsequence(
  m: Matching,
  patterns: readonly PatternNode[],
  rows: readonly number[],
  place: number,
  next: Next,
): void {
  matchOrdered(m, [GAP, ...patterns.flatMap((node) => [node, GAP])], rows, place, next);
}

/** As matchSubset, but nothing may be left over unless the pattern holds `...`. */
export function matchUnordered(
  m: Matching,
  patterns: readonly PatternNode[],
  rows: readonly number[],
  next: Next,
): void {
  const slack = patterns.some((node) => node.type === "ellipsis" || node.type === "ellipsis-metavariable");
  if (slack || patterns.length === rows.length) matchSubset(m, patterns, rows, next);
}

/** What has a literal name is looked up directly: only the first entry or member left of that name counts. */
function sameKey(m: Matching, node: PatternNode, rows: readonly number[]): readonly number[] {
  const role = node.type === "node" ? KEY_OF.get(node.kind) : undefined;
  const key = role === undefined ? undefined : partOf(node, role);
  if (role === undefined || key?.type !== "node" || key.text === "" || key.kind !== Kind.Name) return rows;
  const { tree } = m.document;
  const first = rows.find((row) => {
    // A property may be written as a method.
    const rowKey = childIn(tree, row, KEY_OF.get(tree.kind[row]!) ?? role);
    return rowKey >= 0 && tree.size[rowKey] === 1 && m.sameText(key, rowKey);
  });
  return first === undefined ? [] : [first];
}

/** What members are looked up by. */
const KEY_OF: ReadonlyMap<number, Role> = new Map([
  [Kind.Pair, Role.Key],
  [Kind.Function, Role.Name],
  [Kind.Field, Role.Name],
]);

/** Positional arguments keep their order; keyword arguments are found by name at any place behind what is matched. */
export function matchArguments(
  m: Matching,
  patterns: readonly PatternNode[],
  rows: readonly number[],
  place: number,
  next: Next,
): void {
  if (!patterns.some((node) => node.kind === Kind.Argument)) {
    return matchOrdered(m, patterns, rows, place, next);
  }
  const { tree } = m.document;
  const at = (pattern: number, left: readonly number[]): void => {
    m.step();
    const node = patterns[pattern];
    if (!node) {
      if (left.length === 0) next();
      return;
    }
    if (node.type === "ellipsis") {
      if (pattern === patterns.length - 1) return next();
      for (let skip = 0; skip <= left.length; skip++) at(pattern + 1, left.slice(skip));
    } else if (node.type === "ellipsis-metavariable") {
      for (let to = 0; to <= left.length; to++) {
        m.bind(node.name, m.listBinding(left, 0, to, place), () => at(pattern + 1, left.slice(to)));
      }
    } else if (node.kind === Kind.Argument) {
      for (const row of left) {
        if (tree.kind[row] !== Kind.Argument) continue;
        matchNode(m, node, row, () =>
          at(
            pattern + 1,
            left.filter((other) => other !== row),
          ),
        );
      }
    } else {
      // Where keywords may come first, they are passed over.
      const first = left.find((row) => tree.kind[row] !== Kind.Argument);
      if (first === undefined) return;
      matchNode(m, node, first, () =>
        at(
          pattern + 1,
          left.filter((row) => row !== first),
        ),
      );
    }
  };
  at(0, rows);
}

/** Operators that may be regrouped, and those whose operands may also be swapped and left over. */
const ASSOCIATIVE = new Set(["&&", "||", "&", "|", "^", "and", "or", "."]);
const COMMUTATIVE = new Set(["&", "|", "^"]);
const BOOLEAN = new Set(["&&", "||", "and", "or"]);
const EQUALITY = new Set(["==", "!="]);

/** Whether the operands may stand in any order. */
function isSwapped(operator: string, options: PatternOptions): boolean {
  if (COMMUTATIVE.has(operator)) return options.ac_matching;
  if (BOOLEAN.has(operator)) return options.ac_matching && options.commutative_boolop;
  return EQUALITY.has(operator) && options.symmetric_eq;
}

/** `a && b && c` as a list of operands; `"..." + ...` as one with gaps. Undefined where the plain tree match serves. */
export function operandsOf(node: PatternNode, options: PatternOptions): PatternNode[] | undefined {
  const operands: PatternNode[] = [];
  const collect = (each: PatternNode): void => {
    if (each.type === "node" && each.kind === Kind.Binary && each.text === node.text) {
      for (const role of [Role.Left, Role.Right]) for (const part of each.parts.get(role) ?? []) collect(part);
    } else operands.push(each);
  };
  collect(node);
  const gaps = operands.some(({ type }) => type === "ellipsis" || type === "ellipsis-metavariable");
  const regrouped = ASSOCIATIVE.has(node.text) && options.ac_matching;
  return gaps || regrouped || isSwapped(node.text, options) ? operands : undefined;
}

/** Operands of one operator, however they are grouped. */
export function matchOperands(
  m: Matching,
  node: PatternNode,
  operands: readonly PatternNode[],
  row: number,
  next: Next,
): void {
  const { tree } = m.document;
  const rows: number[] = [];
  const atom = tree.atom[row];
  const collect = (each: number): void => {
    if (tree.kind[each] === Kind.Binary && tree.atom[each] === atom) {
      for (const child of childrenIn(tree, each)) collect(child);
    } else rows.push(each);
  };
  collect(row);
  if (EQUALITY.has(node.text) && rows.length !== operands.length) return;
  if (isSwapped(node.text, m.options)) return matchSubset(m, operands, rows, next);
  const at = (operand: number, from: number): void => {
    m.step();
    const part = operands[operand];
    if (!part) {
      if (from === rows.length) next();
      return;
    }
    const last = operand === operands.length - 1;
    if (part.type === "ellipsis") {
      // Between operands that may be regrouped nothing need stand; in a plain chain something must.
      const least = ASSOCIATIVE.has(node.text) ? from : from + 1;
      for (let to = Math.max(least, last ? rows.length : 0); to <= rows.length; to++) at(operand + 1, to);
    } else if (part.type === "metavariable" && ASSOCIATIVE.has(node.text)) {
      for (let to = from + 1; to <= rows.length; to++) {
        const binding = to === from + 1 ? m.rowBinding(rows[from]!) : m.listBinding(rows, from, to, 0);
        m.bind(part.name, binding, () => at(operand + 1, to));
      }
    } else if (from < rows.length) matchNode(m, part, rows[from]!, () => at(operand + 1, from + 1));
  };
  at(0, 0);
}
