// What operators make of values: their taint together, and of known operands a known result.
import type { Constant } from "../semantics";
import type { FlowDocument } from "./flow-document";
import { behindHost } from "./hosts";
import { sequenceOf, TABLE } from "./sequences";
import { joinedText } from "./spelled";
import type { RuleMask } from "./taints";
import { unite } from "./taints";
import type { Unit } from "./unit";
import { NOTHING, tainted, type Value } from "./values";

const COMPARISONS: ReadonlySet<string> = new Set([
  ...["==", "!=", "===", "!==", "<", ">", "<=", ">=", "<=>", "in", "not in", "is", "is not", "instanceof", "!in"],
]);
const ARITHMETIC: ReadonlySet<string> = new Set([
  "-",
  "*",
  "/",
  "%",
  "**",
  "//",
  "<<",
  ">>",
  ">>>",
  "&",
  "|",
  "^",
  "~",
]);

/** The result of an operator; Semgrep hands on the taint of all operands. */
export function combined(unit: Unit, row: number, operator: string, operands: readonly Value[]): Value {
  const { program } = unit;
  const values = unit.extended ? behindHost(unit, row, operands) : operands;
  let taints = values.reduce((all, value) => unite(all, unit.deepTaints(value)), tainted([]).taints);
  const compares = COMPARISONS.has(operator) || (values.length > 2 && COMPARISONS.has(operator.split(" ")[0]!));
  let safe: RuleMask = program.safeOperators;
  if (compares) safe |= program.safeComparisons;
  taints = unit.without({ taints }, safe).taints;
  if (!unit.extended) return tainted(taints);
  const constant = foldAll(operator, values, unit.document) ?? listed(unit, operator, values);
  // A truth, and a number that was computed, carry no text.
  if (compares || operator === "!" || operator === "not" || operator === "typeof" || operator === "delete") taints = [];
  if (ARITHMETIC.has(operator) && !unit.document.overloads(row)) {
    // A rule that asks how large a number is still wants it.
    const counting = program.rulesWithGuard("bound") | program.rulesWithGuard("zero");
    taints = unit.without({ taints }, ~counting).taints;
  }
  // What two sets share is in either: where one of them is the program's own, so is that.
  if (operator === "&" && values.some((value) => unit.deepRules(value) === 0)) taints = [];
  // Whose data which part of a text is, where some of it is known.
  const spelled = JOINS.has(operator) && taints.length > 0 ? joinedText(unit, values) : undefined;
  if (!constant && !spelled) return tainted(taints);
  return { taints, ...(constant && { constant }), ...(spelled && { spelled }) };
}

/** `x in (a, b)` where all of them are known. */
function listed(unit: Unit, operator: string, values: readonly Value[]): Constant | undefined {
  const [{ constant } = NOTHING, among = NOTHING] = values;
  if ((operator !== "in" && operator !== "not in") || !constant || !("value" in constant)) return undefined;
  const { parts, length, constant: text, type } = unit.snapshot(among);
  const isText = text?.type === "string" && constant.type === "string";
  if (isText) return boolean(text.value.includes(constant.value) === (operator === "in"));
  const elements = (type === TABLE ? (sequenceOf(unit, among) ?? []) : [...(parts?.values() ?? [])]).map(
    (part) => part.constant,
  );
  if (
    length === undefined ||
    (type === TABLE ? elements.length === 0 : length !== elements.length) ||
    elements.some((each) => !each || !("value" in each))
  )
    return undefined;
  const isIn = elements.some((each) => each && equality(each, constant, true) === TRUE);
  return boolean(isIn === (operator === "in"));
}

/** What a language makes of operators. */
type Arithmetic = Pick<FlowDocument, "joinsNumbers" | "fractions">;

function foldAll(operator: string, values: readonly Value[], how: Arithmetic): Constant | undefined {
  const [first, ...others] = values;
  if (!first?.constant) return undefined;
  if (others.length === 0) return foldOne(operator, first.constant);
  if (others.length > 1 && operator.includes(" ")) return foldChain(operator.split(" "), values, how);
  let result: Constant | undefined = first.constant;
  for (const { constant } of others) result = result && constant && foldTwo(operator, result, constant, how);
  return result;
}

/** `1 < x < 3`: each comparison holds. */
function foldChain(operators: readonly string[], values: readonly Value[], how: Arithmetic): Constant | undefined {
  if (operators.length !== values.length - 1) return undefined;
  const each = operators.map((operator, index) => {
    const [left, right] = [values[index]!.constant, values[index + 1]!.constant];
    return left && right && foldTwo(operator, left, right, how);
  });
  if (each.some((one) => one?.type === "boolean" && !one.value)) return boolean(false);
  return each.every((one) => one?.type === "boolean") ? boolean(true) : undefined;
}

const TRUE: Constant = { type: "boolean", value: true };
const FALSE: Constant = { type: "boolean", value: false };
const boolean = (value: boolean): Constant => (value ? TRUE : FALSE);
const number = (value: number | bigint): Constant => ({ type: "number", value });

function foldOne(operator: string, operand: Constant): Constant | undefined {
  if (operand.type === "boolean" && (operator === "!" || operator === "not")) return boolean(!operand.value);
  if (operand.type === "number" && operator === "-") return number(-operand.value);
  if (operator === "+" && (operand.type === "number" || operand.type === "string")) return operand;
  return undefined;
}

/** Longer texts are not put together. */
const LONGEST = 10_000;

function foldTwo(operator: string, left: Constant, right: Constant, how: Arithmetic): Constant | undefined {
  if (!("value" in left) || !("value" in right)) return undefined;
  if (EQUAL.has(operator)) return equality(left, right, true);
  if (UNEQUAL.has(operator)) return equality(left, right, false);
  if (left.type === "boolean" && right.type === "boolean") {
    if (operator === "&&" || operator === "and" || operator === "&") return boolean(left.value && right.value);
    if (operator === "||" || operator === "or" || operator === "|") return boolean(left.value || right.value);
    if (operator === "^") return boolean(left.value !== right.value);
    return undefined;
  }
  const isText = left.type === "string" || right.type === "string";
  if (isText) {
    const joins = JOINS.has(operator) && (left.type === right.type || how.joinsNumbers);
    const text = joins ? `${String(left.value)}${String(right.value)}` : "";
    return joins && text.length <= LONGEST ? { type: "string", value: text } : undefined;
  }
  const isFraction = operator === "/" && how.fractions;
  if (!isFraction && typeof left.value === "bigint" && typeof right.value === "bigint")
    return integers(operator, left.value, right.value);
  return left.type === "number" && right.type === "number"
    ? floats(operator, Number(left.value), Number(right.value))
    : undefined;
}

const EQUAL: ReadonlySet<string> = new Set(["==", "===", "is"]);
const UNEQUAL: ReadonlySet<string> = new Set(["!=", "!==", "is not", "<>"]);
const JOINS: ReadonlySet<string> = new Set(["+", ".", "..", "<>", "~"]);

/** Whether two constants are equal, as far as that is told. */
export function equality(left: Constant, right: Constant, holds: boolean): Constant | undefined {
  if (!("value" in left) || !("value" in right) || left.type !== right.type) return undefined;
  // eslint-free: a bigint and a number of the same value are equal.
  const same = left.type === "number" ? Number(left.value) === Number(right.value) : left.value === right.value;
  return boolean(same === holds);
}

function integers(operator: string, left: bigint, right: bigint): Constant | undefined {
  switch (operator) {
    case "+":
      return number(left + right);
    case "-":
      return number(left - right);
    case "*":
      return number(left * right);
    case "/":
    case "//":
      return right === 0n ? undefined : number(left / right);
    case "%":
      return right === 0n ? undefined : number(left % right);
    case "&":
      return number(left & right);
    case "|":
      return number(left | right);
    case "^":
      return number(left ^ right);
    case "<<":
      return right >= 0n && right < LARGEST_SHIFT ? number(left << right) : undefined;
    case ">>":
      return right >= 0n && right < LARGEST_SHIFT ? number(left >> right) : undefined;
    case "**":
      return right >= 0n && right < LARGEST_SHIFT ? number(left ** right) : undefined;
    default:
      return ordered(operator, left < right, left === right);
  }
}

/** Numbers do not grow without bound. */
const LARGEST_SHIFT = 64n;

function floats(operator: string, left: number, right: number): Constant | undefined {
  switch (operator) {
    case "+":
      return number(left + right);
    case "-":
      return number(left - right);
    case "*":
      return number(left * right);
    case "/":
      return right === 0 ? undefined : number(left / right);
    default:
      return ordered(operator, left < right, left === right);
  }
}

function ordered(operator: string, less: boolean, equal: boolean): Constant | undefined {
  switch (operator) {
    case "<":
      return boolean(less);
    case "<=":
      return boolean(less || equal);
    case ">":
      return boolean(!less && !equal);
    case ">=":
      return boolean(!less);
    default:
      return undefined;
  }
}
