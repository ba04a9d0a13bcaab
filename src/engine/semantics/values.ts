// Constant values and what operators make of them.
import type { Folding } from "../languages/language";

/** A value known before the program runs. */
export type Constant =
  | { readonly type: "string"; readonly value: string }
  /** A string that is constant on every path, but not the same one. */
  | {
      readonly type: "some-string";
      /** What an operator made that joins no texts: such an expression itself counts as no string, a name for it does. */
      readonly computed?: true;
    }
  /** An integer is a bigint where the language tells it from a float. */
  | { readonly type: "number"; readonly value: number | bigint }
  | { readonly type: "boolean"; readonly value: boolean };

/** Not a value, but the expression that gives one: what symbolic propagation puts in a name's place. */
export interface Code {
  readonly type: "code";
  readonly row: number;
}

/** What a walk over a function follows. */
export type Known = Constant | Code;

const SOME_STRING: Constant = { type: "some-string" };
const COMPUTED_STRING: Constant = { type: "some-string", computed: true };
/** Longer results are not computed: `"a" * 10 ** 9`. */
const MAXIMUM_LENGTH = 65_536;
const MAXIMUM_INTEGER = 1n << 256n;

export const stringConstant = (value: string): Constant => ({ type: "string", value });

/** Whether two values are, or may be, equal: some string may be any. */
export function sameConstant(left: Constant, right: Constant): boolean {
  if (left.type !== right.type) return false;
  return left.type === "some-string" || right.type === "some-string" || left.value === right.value;
}

/** The value, where what is known is one. */
export function constantIn(known: Known | undefined): Constant | undefined {
  return known?.type === "code" ? undefined : known;
}

/** As foldBinary, of what is known. */
export function foldKnown(operator: string, left: Known | undefined, right: Known | undefined, folding: Folding) {
  return foldBinary(operator, constantIn(left), constantIn(right), folding);
}

/** What is known where two paths meet. */
export function joinKnown(left: Known | undefined, right: Known | undefined): Known | undefined {
  if (left?.type !== "code" || right?.type !== "code") return joinConstants(constantIn(left), constantIn(right));
  return left.row === right.row ? left : undefined;
}

/** As joinKnown, of values. */
export function joinConstants(left: Constant | undefined, right: Constant | undefined): Constant | undefined {
  if (!left || !right) return undefined;
  if (sameConstant(left, right)) return left;
  return isString(left) && isString(right) ? SOME_STRING : undefined;
}

/** Joined text; one unknown constant string among the parts makes the whole one. */
export function concatenate(parts: readonly (Constant | undefined)[], joinsNumbers: boolean): Constant | undefined {
  let text = "";
  let known = true;
  let computed = false;
  for (const part of parts) {
    if (!part) return undefined;
    if (part.type === "string") text += part.value;
    else if (part.type === "some-string") {
      known = false;
      computed ||= part.computed === true;
    } else if (joinsNumbers) text += String(part.value);
    else return undefined;
  }
  if (known && text.length <= MAXIMUM_LENGTH) return stringConstant(text);
  return computed ? COMPUTED_STRING : SOME_STRING;
}

/** The value of an operator before a known operand; undefined where it is not known. */
export function foldUnary(operator: string, operand: Constant | undefined): Constant | undefined {
  if (operand?.type === "boolean" && (operator === "!" || operator === "not")) {
    return { type: "boolean", value: !operand.value };
  }
  if (operand?.type === "number" && operator === "-") return { type: "number", value: -operand.value };
  return operand?.type === "number" && operator === "+" ? operand : undefined;
}

/** The value of an operator between operands, as the language computes it; undefined where it is not known. */
export function foldBinary(
  operator: string,
  left: Constant | undefined,
  right: Constant | undefined,
  folding: Folding,
): Constant | undefined {
  // A string times an unknown number is some string.
  if (left && isString(left) && operator === "*" && folding.repeats && !isNumber(right)) return SOME_STRING;
  if (operator === "??" && left) return left;
  if (!left || !right) return undefined;
  if (folding.concat.includes(operator) && isString(left) && (isString(right) || folding.joinsNumbers)) {
    return concatenate([left, right], folding.joinsNumbers);
  }
  // As Semgrep has it, whatever the operator.
  if (isString(left) && isString(right)) return COMPUTED_STRING;
  if (left.type === "boolean" && right.type === "boolean") return foldBooleans(operator, left.value, right.value);
  if (right.type !== "number" || typeof right.value !== "bigint") return undefined;
  if (isString(left) && operator === "*" && folding.repeats) {
    return left.type === "string" ? repeat(left.value, right.value) : SOME_STRING;
  }
  if (left.type !== "number" || typeof left.value !== "bigint") return undefined;
  return foldIntegers(operator, left.value, right.value);
}

const isNumber = (constant: Constant | undefined): boolean => constant?.type === "number";

function isString(constant: Constant): boolean {
  return constant.type === "string" || constant.type === "some-string";
}

function foldBooleans(operator: string, left: boolean, right: boolean): Constant | undefined {
  if (operator === "&&" || operator === "and") return { type: "boolean", value: left && right };
  return operator === "||" || operator === "or" ? { type: "boolean", value: left || right } : undefined;
}

function foldIntegers(operator: string, left: bigint, right: bigint): Constant | undefined {
  const value = operator === "+" ? left + right : operator === "-" ? left - right : left * right;
  if (!["+", "-", "*"].includes(operator) || value > MAXIMUM_INTEGER || -value > MAXIMUM_INTEGER) return undefined;
  return { type: "number", value };
}

function repeat(text: string, times: bigint): Constant {
  if (times <= 0n) return stringConstant("");
  return times * BigInt(text.length) > MAXIMUM_LENGTH ? SOME_STRING : stringConstant(text.repeat(Number(times)));
}

/**
 * The value of a number as it is written: `0x8`, `1_000`, `1e3`, `8L`, `0o17`.
 * @param integers whether what has neither point nor exponent is an integer; `10n` always is
 */
export function numberConstant(text: string, integers: boolean): Constant | undefined {
  const plain = text.replaceAll("_", "").toLowerCase();
  const whole = /^(?:0x[0-9a-f]+|0o[0-7]+|0b[01]+|\d+)(?=[lun]*$)/.exec(plain)?.[0];
  if (whole === undefined) {
    const float = /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?=[fdm]?$)/.exec(plain)?.[0];
    return float === undefined ? undefined : { type: "number", value: Number(float) };
  }
  const octal = /^0[0-7]+$/.test(whole);
  const value = BigInt(octal ? `0o${whole.slice(1)}` : whole);
  return { type: "number", value: integers || plain.endsWith("n") ? value : Number(value) };
}
