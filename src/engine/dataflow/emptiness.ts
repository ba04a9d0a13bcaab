// What is nothing, empty or false carries nothing that could do harm: `if (name && !isValid(name)) throw …` lets no other pass.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import type { Called } from "./calls";
import { lastName } from "./classes";
import { clean } from "./guards";
import { ALL_RULES } from "./taints";
import type { Unit } from "./unit";

/** Questions whether there is anything in a value. */
const EMPTY = /^(?:is_?(?:null_?or_?)?(?:empty|blank|nil|null|none|undefined|white_?space)|(?:empty|blank|nil)\??)$/i;
const LENGTH = /^(?:len|length|size|strlen|mb_strlen|count|bytesize)$/i;

/** Takes a value for harmless that was asked as a truth, and is none. Zero and null do harm where the guard `zero` is asked for. */
export function assumeFalsy(unit: Unit, row: number): void {
  const { tree } = unit.document;
  const at = tree.kind[row] === Kind.Assign ? childIn(tree, row, Role.Target) : row;
  if (tree.kind[at] === Kind.Identifier || tree.kind[at] === Kind.Member)
    clean(unit, at, ALL_RULES & ~unit.program.rulesWithGuard("zero"));
}

/** The same of what a call says is empty: `name.isEmpty()`, `empty($name)`, `StringUtils.isBlank(name)`. */
export function assumeEmpty(unit: Unit, called: Called): void {
  if (called.callee < 0 || !EMPTY.test(lastName(unit.document, called.callee))) return;
  const [row, ...others] = partsOf(unit, called.row);
  if (row !== undefined && others.length === 0) assumeFalsy(unit, row);
}

/** The same of a text whose length is zero: `len(name)`, `name.length`. */
export function noLength(unit: Unit, row: number): void {
  const { document } = unit;
  const { tree } = document;
  if (tree.kind[row] === Kind.Call && LENGTH.test(lastName(document, childIn(tree, row, Role.Callee)))) {
    const [of, ...others] = partsOf(unit, row);
    if (of !== undefined && others.length === 0) assumeFalsy(unit, of);
  } else if (tree.kind[row] === Kind.Member && LENGTH.test(document.textOf(childIn(tree, row, Role.Property)))) {
    assumeFalsy(unit, childIn(tree, row, Role.Object));
  }
}

/** What a call is given, or else what it is made on. */
function partsOf({ document: { tree } }: Unit, row: number): readonly number[] {
  const given = childrenIn(tree, row, Role.Argument);
  const callee = childIn(tree, row, Role.Callee);
  return given.length > 0 || tree.kind[callee] !== Kind.Member ? given : [childIn(tree, callee, Role.Object)];
}
