// What a function answers of what it was asked to check: a truth, or an error and nothing (`if err := check(p); err != nil`).
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { lastName } from "./classes";
import type { FlowDocument } from "./flow-document";
import { truthOf } from "./truths";
import type { Unit } from "./unit";
import type { Value } from "./values";

/** Names of errors, and of what makes them. */
const ERROR = /(?:^|_)err(?:or)?s?$|^Err[A-Z]|Error$|Errorf$|Exception$|^Wrapf?$/i;

/** The expression among those that a function gives back which says whether it went well: the last of several. */
export function answerIn({ tree }: FlowDocument, row: number): number {
  if (row < 0 || tree.kind[row] !== Kind.Tuple) return row;
  return childrenIn(tree, row).at(-1) ?? row;
}

/** Whether what a function gives back is something, as far as it is known: nothing where it is none, an error is one. */
export function answerOf(unit: Unit, row: number, value: Value): boolean | undefined {
  const { document } = unit;
  const { tree } = document;
  switch (tree.kind[row]) {
    case Kind.Null:
      return false;
    case Kind.New:
      return true;
    case Kind.Call:
      return ERROR.test(lastName(document, childIn(tree, row, Role.Callee))) || isNew(document, row) ? true : undefined;
    case Kind.Identifier:
    case Kind.Member:
      return ERROR.test(lastName(document, row)) ? true : truthOf(unit, value);
    default:
      return value.constant?.type === "string" ? value.constant.value !== "" : truthOf(unit, value);
  }
}

/** `errors.New("…")` */
function isNew(document: FlowDocument, row: number): boolean {
  const callee = childIn(document.tree, row, Role.Callee);
  const object = document.tree.kind[callee] === Kind.Member ? childIn(document.tree, callee, Role.Object) : -1;
  return object >= 0 && ERROR.test(lastName(document, object)) && /^new$/i.test(lastName(document, callee));
}

/** The call whose answer a name holds where a condition asks for it: what the statement before gave it. */
export function callBehind(document: FlowDocument, row: number): number {
  const { tree } = document;
  if (tree.kind[row] !== Kind.Identifier) return tree.kind[row] === Kind.Call ? row : -1;
  const made = document.semantics.initialiserOf(row);
  if (made >= 0 && tree.kind[made] === Kind.Call) return made;
  let statement = row;
  while (statement > 0 && tree.kind[tree.parent[statement]!] !== Kind.Block) statement = tree.parent[statement]!;
  const siblings = statement > 0 ? childrenIn(tree, tree.parent[statement]!) : [];
  const before = siblings[siblings.indexOf(statement) - 1];
  if (before === undefined) return -1;
  const given = tree.kind[before] === Kind.ExpressionStatement ? childIn(tree, before, Role.Value) : before;
  const target = childIn(tree, given, Role.Target);
  const value = [Role.Init, Role.Value].map((role) => childIn(tree, given, role)).find((each) => each >= 0) ?? -1;
  if (target < 0 || value < 0 || tree.kind[value] !== Kind.Call) return -1;
  const names = tree.kind[target] === Kind.Tuple ? childrenIn(tree, target) : [target];
  return names.some((name) => document.textOf(name) === document.textOf(row)) ? value : -1;
}
