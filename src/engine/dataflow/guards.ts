// Conditions: what is known to be true or false, and which values are harmless where a check of them has passed.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { calleesOf } from "./callees";
import { effectOf } from "./known-calls";
import type { Check } from "./models";
import { argumentRow } from "./summaries";
import { ALL_RULES, type RuleMask, rulesOf } from "./taints";
import type { Unit } from "./unit";
import type { Value } from "./values";

/** Whether a value is known to be true or false. */
export function truthOf(unit: Unit, { constant }: Value): boolean | undefined {
  return unit.extended && constant?.type === "boolean" ? constant.value : undefined;
}

/** Goes on as where a condition, which was just walked, holds or does not. */
export function assume(unit: Unit, condition: number, holds: boolean): void {
  const { document } = unit;
  const { tree } = document;
  if (condition < 0 || !unit.state.live) return;
  switch (tree.kind[condition]) {
    case Kind.Unary:
      if (NOT.has(document.textOf(condition))) assume(unit, childIn(tree, condition, Role.Operand), !holds);
      return;
    case Kind.Binary:
      return assumeBinary(unit, condition, holds);
    case Kind.Call:
      return assumeCall(unit, condition, holds);
    case Kind.Identifier:
      return assumeNamed(unit, condition, holds);
    case Kind.Assign:
      return assume(unit, childIn(tree, condition, Role.Value), holds);
    default:
  }
}

const NOT: ReadonlySet<string> = new Set(["!", "not"]);
const AND: ReadonlySet<string> = new Set(["&&", "and"]);
const OR: ReadonlySet<string> = new Set(["||", "or"]);
const EQUAL: ReadonlySet<string> = new Set(["==", "===", "is"]);
const UNEQUAL: ReadonlySet<string> = new Set(["!=", "!==", "is not", "<>"]);

function assumeBinary(unit: Unit, row: number, holds: boolean): void {
  const { document } = unit;
  const operator = document.textOf(row);
  const parts = childrenIn(document.tree, row);
  if (AND.has(operator) || OR.has(operator)) {
    if (AND.has(operator) === holds) for (const part of parts) assume(unit, part, holds);
    return;
  }
  const [left, right] = parts;
  if (left === undefined || right === undefined) return;
  if (EQUAL.has(operator) || UNEQUAL.has(operator)) {
    if (EQUAL.has(operator) === holds) equal(unit, left, right);
    // `x.indexOf(y) != -1` and the like are true where the call is.
    const found = foundBy(unit, left, right);
    if (found !== undefined)
      assumeCall(unit, left, found === "missing" ? EQUAL.has(operator) !== holds : EQUAL.has(operator) === holds);
    return;
  }
  if (operator === "in" && holds) checked(unit, { kind: "membership", value: 0, against: 1 }, left, right);
  if (operator === "not in" && !holds) checked(unit, { kind: "membership", value: 0, against: 1 }, left, right);
  if ((operator === ">=" || operator === ">") && isFound(unit, operator, right)) assumeCall(unit, left, holds);
  if (operator === "<" && isFound(unit, ">=", right)) assumeCall(unit, left, !holds);
  if ((operator === "=~" || operator === "!~") && (operator === "=~") === holds) {
    checked(unit, { kind: "regex", value: 0, against: 1 }, left, right);
  }
}

/** What the result of a search is compared with says of it: `-1` that nothing was found, a truth that it is that. */
function foundBy(unit: Unit, call: number, other: number): "missing" | "found" | undefined {
  if (unit.document.tree.kind[call] !== Kind.Call) return undefined;
  const { constant } = unit.aside(() => unit.value(other));
  if (!constant || !("value" in constant)) return undefined;
  if (constant.type === "number" && Number(constant.value) === -1) return "missing";
  if (constant.type === "boolean") return constant.value ? "found" : "missing";
  return constant.type === "number" && Number(constant.value) === 1 ? "found" : undefined;
}

function isFound(unit: Unit, operator: string, row: number): boolean {
  const { constant } = unit.aside(() => unit.value(row));
  if (constant?.type !== "number") return false;
  return Number(constant.value) === (operator === ">" ? -1 : 0);
}

/** What equals a constant is one; what `typeof` says is a number is no text. */
function equal(unit: Unit, left: number, right: number): void {
  const { document } = unit;
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const { constant } = unit.aside(() => unit.value(other));
    if (!constant) continue;
    const asked = document.tree.kind[one] === Kind.Unary && document.textOf(one) === "typeof";
    if (asked) {
      const isNumber = "value" in constant && (constant.value === "number" || constant.value === "boolean");
      if (isNumber) clean(unit, childIn(document.tree, one, Role.Operand), ALL_RULES);
    } else clean(unit, one, ALL_RULES);
  }
}

/** A truth that was kept under a name says the same there. */
function assumeNamed(unit: Unit, row: number, holds: boolean): void {
  const { tree, semantics } = unit.document;
  const value = semantics.initialiserOf(row);
  if (value < 0 || value >= row) return;
  const kind = tree.kind[value];
  if (kind === Kind.Call || kind === Kind.Binary || kind === Kind.Unary) assume(unit, value, holds);
}

function assumeCall(unit: Unit, row: number, holds: boolean): void {
  const { document } = unit;
  const { tree } = document;
  const called = unit.calledAt(row);
  if (!called) return;
  const check = effectOf(unit, called, false)?.checks;
  if (check) {
    const at = (part: number | "this"): number =>
      part === "this" ? childIn(tree, called.callee, Role.Object) : argumentRow(called, part);
    const passes = check.kind === "traversal" ? !holds : holds;
    if (passes) checked(unit, check, at(check.value), check.against === undefined ? -1 : at(check.against));
    return;
  }
  for (const callee of calleesOf(unit, called)) {
    const summary = unit.program.summary(unit.program.documents[callee.document]!, callee.row);
    for (const [index, rules] of summary?.checks.when(holds) ?? []) clean(unit, argumentRow(called, index), rules);
  }
}

/** Takes a value for harmless that has passed a check, if what it was checked against is no data itself. */
function checked(unit: Unit, { kind, whole }: Check, value: number, against: number): void {
  if (value < 0) return;
  const other = against < 0 ? undefined : unit.aside(() => unit.value(against));
  let rules = unit.program.rulesWithGuard(kind);
  if (other) rules &= ~rulesOf(unit.deepTaints(other));
  if (kind === "regex" && !(whole || isAnchored(other))) return;
  if (kind === "regex" && isLoose(other)) return;
  if (kind === "equality" && !other?.constant) return;
  if (kind === "traversal" && other && !isWayUp(other)) return;
  clean(unit, value, rules);
}

/** Whether what is looked for is a step up, or what parts the steps of a path. */
function isWayUp({ constant }: Value): boolean {
  return constant?.type === "string" && /^(?:\.\.[\\/]*|[\\/]+)$/.test(constant.value);
}

/** Whether a regular expression has to match a text from its start to its end. */
function isAnchored(value: Value | undefined): boolean {
  const { constant } = value ?? {};
  return (
    constant?.type === "string" && /^(?:\(\?[a-z]+\))?(?:\^|\\A)[\s\S]*(?:\$|\\[zZ])$/.test(inSlashes(constant.value))
  );
}

/** One that lets anything through says nothing. */
function isLoose(value: Value | undefined): boolean {
  const { constant } = value ?? {};
  if (constant?.type !== "string") return true;
  return /(?<!\\)\.[*+]|\\S[*+]|\[\^/.test(inSlashes(constant.value));
}

const inSlashes = (regex: string): string => /^([/#~])([\s\S]*)\1[a-z]*$/.exec(regex)?.[2] ?? regex;

/** What holds the value that was checked: the name itself, or what it was made of without adding to it. */
function clean(unit: Unit, row: number, rules: RuleMask): void {
  const { document } = unit;
  const { tree } = document;
  if (row < 0 || rules === 0) return;
  if (tree.kind[row] === Kind.Call) {
    const callee = childIn(tree, row, Role.Callee);
    const object = callee >= 0 && tree.kind[callee] === Kind.Member ? childIn(tree, callee, Role.Object) : -1;
    if (object >= 0 && childrenIn(tree, row, Role.Argument).length === 0) clean(unit, object, rules);
    return;
  }
  unit.cleanPlace(row, rules);
}
