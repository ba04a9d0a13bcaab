// What a truth that was noted before says: `let found = false; for (const one of LIST) if (one === name) found = true;`.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import type { FlowDocument } from "./flow-document";
import { assume } from "./guards";
import type { Unit } from "./unit";

/** A truth that was kept under a name says the same there. */
export function assumeNamed(unit: Unit, row: number, holds: boolean): void {
  const { tree, semantics } = unit.document;
  const value = semantics.initialiserOf(row);
  if (value < 0) {
    const looked = lookUpOf(unit.document, row);
    if (looked >= 0) return assume(unit, looked, holds);
    const ways = waysTo(unit.document, row, holds);
    if (ways.length === 0) return;
    unit.fork(
      ...ways.map((conditions) => (): void => {
        for (const condition of conditions) assume(unit, condition, true);
      }),
    );
    return;
  }
  // In `a = a && b` the name stands for what it was before.
  if (value + tree.size[value]! > row) return;
  const kind = tree.kind[value];
  if (kind === Kind.Call || kind === Kind.Binary || kind === Kind.Unary) assume(unit, value, holds);
}

/** `_, found := map[key]`: what the second name says is whether the key is there, or what a call says; -1 for another name. */
function lookUpOf({ tree, semantics }: FlowDocument, row: number): number {
  const declared = semantics.declarationOf(row);
  const names = declared < 0 ? -1 : tree.parent[declared]!;
  if (names < 0 || tree.kind[names] !== Kind.Tuple || !childrenIn(tree, names).includes(declared)) return -1;
  const value = childIn(tree, tree.parent[names]!, Role.Init);
  const isSecond = childrenIn(tree, names).indexOf(declared) === 1;
  return value >= 0 && (tree.kind[value] === Kind.Call || (isSecond && tree.kind[value] === Kind.Index)) ? value : -1;
}

/**
 * The ways in which a name came to be true, or false: for each place that gives it that, the conditions that hold there.
 * @returns nothing where it is more than a note of the function, begins so, or is given that whatever holds
 */
function waysTo(document: FlowDocument, row: number, holds: boolean): readonly (readonly number[])[] {
  const { tree, semantics } = document;
  const declared = semantics.declarationOf(row);
  if (declared < 0 || semantics.initialiserOf(row) >= 0) return [];
  const around = functionAround(document, row);
  const ways: number[][] = [];
  for (const at of givenTo(document, declared, around, row)) {
    const kind = tree.kind[at];
    const value = childIn(tree, at, kind === Kind.Assign ? Role.Value : Role.Init);
    // One that is given no value begins as false.
    if (value < 0 && kind === Kind.Variable) continue;
    const given = value < 0 ? undefined : semantics.constantOf(value);
    if (given?.type !== "boolean") return [];
    if (given.value !== holds) continue;
    const conditions = conditionsAround(document, at, around);
    if (conditions.length === 0) return [];
    ways.push(conditions);
  }
  return ways;
}

/** Rows that give a name a value, from one row to before another. */
function givenTo({ document, tree, semantics }: FlowDocument, declared: number, from: number, to: number): number[] {
  const rows: number[] = [];
  for (const name of document.rowsNamed(tree.atom[declared]!)) {
    const at = tree.parent[name]!;
    if (at < from || at >= to || childIn(tree, at, Role.Target) !== name) continue;
    if (semantics.declarationOf(name) !== declared) continue;
    if (tree.kind[at] === Kind.Assign || tree.kind[at] === Kind.Variable) rows.push(at);
  }
  return rows;
}

/** The function that a row stands in; 0 for none. What a lambda notes, it notes for the function around it. */
function functionAround({ tree }: FlowDocument, row: number): number {
  let around = row;
  while (around > 0 && tree.kind[around] !== Kind.Function) around = tree.parent[around]!;
  return Math.max(0, around);
}

/** The conditions of the branches that a row stands in. */
function conditionsAround({ tree }: FlowDocument, row: number, around: number): number[] {
  const conditions: number[] = [];
  for (let at = row; at > around; at = tree.parent[at]!) {
    const parent = tree.parent[at]!;
    if (tree.kind[parent] !== Kind.If || tree.role[at] !== Role.Then) continue;
    const condition = childIn(tree, parent, Role.Condition);
    if (condition >= 0) conditions.push(condition);
  }
  return conditions;
}

/** What a name, or an expression with an index, is an element of: `one` in `for (const one of list)`, `list[at]`; else -1. */
export function collectionOf(document: FlowDocument, row: number): number {
  const { tree, semantics } = document;
  if (tree.kind[row] === Kind.Index) return childIn(tree, row, Role.Object);
  if (tree.kind[row] !== Kind.Identifier) return -1;
  const declared = semantics.declarationOf(row);
  if (declared < 0) return -1;
  for (let at = declared; at > 0; at = tree.parent[at]!) {
    const parent = tree.parent[at]!;
    const iterable = childIn(tree, parent, Role.Iterable);
    if (iterable >= 0) return tree.role[at] === Role.Target ? iterable : -1;
    if (tree.kind[parent] === Kind.Lambda) return tree.role[at] === Role.Parameter ? receiverOf(document, parent) : -1;
    if (tree.kind[parent] === Kind.Block || tree.kind[parent] === Kind.Function) return -1;
  }
  return -1;
}

/** What a lambda is given for each element of: the object of the method that takes it, if it takes nothing else. */
function receiverOf({ tree }: FlowDocument, lambda: number): number {
  const call = tree.parent[lambda]!;
  if (tree.kind[call] !== Kind.Call || childrenIn(tree, call, Role.Argument).length !== 1) return -1;
  let callee = childIn(tree, call, Role.Callee);
  if (tree.kind[callee] === Kind.Call) callee = childIn(tree, callee, Role.Callee);
  return callee >= 0 && tree.kind[callee] === Kind.Member ? childIn(tree, callee, Role.Object) : -1;
}
