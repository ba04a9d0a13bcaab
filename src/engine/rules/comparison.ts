// `metavariable-comparison`: the part of Python's expressions that rules use, parsed once and evaluated per match.
import { type Expression, parseExpression, type Scalar } from "./comparison-syntax";

/** A float is a number, an integer a bigint; `code` is source text whose value is not known. */
export type Value = Scalar | readonly Value[] | { readonly code: string };

/** What an expression may ask about a match. */
export interface ComparisonInput {
  /** What a metavariable stands for; `undefined` where it is unbound. */
  value(metavariable: string): Value | undefined;
  /** What is surely wrong with the memory that a metavariable leads to; see Semantics.memoryFault. */
  fault(metavariable: string): string | undefined;
  /** ISO date that `today()` gives. */
  readonly today: string;
  /** Wraps every metavariable in `int()`. */
  readonly strip: boolean;
}

export interface Comparison {
  /** Whether it holds; an operand that cannot be evaluated makes the whole comparison false, under `not` too. */
  holds(input: ComparisonInput): boolean;
}

/** Whether a regular expression, anchored at the start, matches a text. */
export type StartMatcher = (text: string) => boolean;

/**
 * Parses a comparison. `compileRegex` is asked once per literal of `re.match`; what it throws passes through.
 * Throws ComparisonError on anything else than the subset.
 */
export function parseComparison(source: string, compileRegex: (regex: string) => StartMatcher): Comparison {
  const matchers = new Map<string, StartMatcher>();
  const expression = parseExpression(source, (regex) => matchers.set(regex, compileRegex(regex)));
  return { holds: (input) => new Evaluator(input, matchers).evaluate(expression) === true };
}

/** Larger exponents and shifts cannot give a 64-bit integer; they are not evaluated. */
const maxExponent = 64n;

const secondsPerDay = 86_400;

/** Every method gives `undefined` for what cannot be evaluated. */
class Evaluator {
  constructor(
    private readonly input: ComparisonInput,
    private readonly matchers: ReadonlyMap<string, StartMatcher>,
  ) {}

  evaluate(expression: Expression): Value | undefined {
    switch (expression.type) {
      case "literal":
        return expression.value;
      case "metavariable":
        return this.input.strip ? integer(this.known(expression.name)) : this.known(expression.name);
      case "list": {
        const items = expression.items.map((item) => this.evaluate(item));
        return items.every((item) => item !== undefined) ? items : undefined;
      }
      case "unary":
        return unary(expression.operator, this.evaluate(expression.operand));
      case "binary":
        return this.binary(expression);
      case "call":
        return this.call(expression);
    }
  }

  /** A metavariable's value, unless it is only code. */
  private known(name: string): Value | undefined {
    const value = this.input.value(name);
    return isCode(value) ? undefined : value;
  }

  /** Both sides are always evaluated: one that cannot be makes `or` false too. */
  private binary({ operator, left, right }: Expression & { type: "binary" }): Value | undefined {
    const a = this.evaluate(left);
    const b = this.evaluate(right);
    return a === undefined || b === undefined ? undefined : binary(operator, a, b);
  }

  private call({ name, operands }: Expression & { type: "call" }): Value | undefined {
    const [first, second] = operands;
    if (name === "today") return secondsOf(this.input.today);
    if (!first) return undefined;
    if (name === "fault") return first.type === "metavariable" ? this.input.fault(first.name) : undefined;
    if (name === "str")
      return text(first.type === "metavariable" ? this.input.value(first.name) : this.evaluate(first));
    if (name === "int") return integer(this.evaluate(first));
    if (name === "strptime") return secondsOf(this.evaluate(first));
    if (name === "parse_promql_duration") return durationOf(this.evaluate(first));
    const subject = second && this.evaluate(second);
    if (first.type !== "literal" || typeof first.value !== "string" || typeof subject !== "string") return undefined;
    return this.matchers.get(first.value)?.(subject);
  }
}

/** Whether of a value only the source is known. */
export function isCode(value: Value | undefined): value is { readonly code: string } {
  return typeof value === "object" && "code" in value;
}

function unary(operator: string, value: Value | undefined): Value | undefined {
  if (operator === "not") return typeof value === "boolean" ? !value : undefined;
  if (typeof value === "bigint") return wrap(operator === "-" ? -value : operator === "~" ? ~value : value);
  if (typeof value !== "number" || operator === "~") return undefined;
  return operator === "-" ? -value : value;
}

function binary(operator: string, a: Value, b: Value): Value | undefined {
  switch (operator) {
    case "and":
      return typeof a === "boolean" && typeof b === "boolean" ? a && b : undefined;
    case "or":
      return typeof a === "boolean" && typeof b === "boolean" ? a || b : undefined;
    case "==":
      return equal(a, b);
    case "!=":
      return !equal(a, b);
    case "in":
      return contains(b, a);
    case "not in": {
      return isContainer(b, a) && !contains(b, a);
    }
    default:
      return arithmetic(operator, a, b);
  }
}

function arithmetic(operator: string, a: Value, b: Value): Value | undefined {
  if (typeof a === "bigint" && typeof b === "bigint") return integerResult(operator, a, b);
  return isNumber(a) && isNumber(b) ? floatResult(operator, Number(a), Number(b)) : undefined;
}

function integerResult(operator: string, a: bigint, b: bigint): bigint | boolean | undefined {
  const result = integerOperators[operator]?.(a, b);
  return result === undefined ? ordered(operator, a, b) : wrap(result);
}

const integerOperators: Readonly<Record<string, (a: bigint, b: bigint) => bigint | undefined>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  // Truncating, as in C and unlike Python.
  "/": (a, b) => (b === 0n ? undefined : a / b),
  "%": (a, b) => (b === 0n ? undefined : a % b),
  "**": (a, b) => (isSmall(b) ? a ** b : undefined),
  "<<": (a, b) => (isSmall(b) ? a << b : undefined),
  ">>": (a, b) => (isSmall(b) ? a >> b : undefined),
  "&": (a, b) => a & b,
  "|": (a, b) => a | b,
  "^": (a, b) => a ^ b,
};

function isSmall(exponent: bigint): boolean {
  return exponent >= 0n && exponent <= maxExponent;
}

function floatResult(operator: string, a: number, b: number): number | boolean | undefined {
  const result = { "+": a + b, "-": a - b, "*": a * b, "/": a / b, "%": a % b, "**": a ** b }[operator];
  return result ?? ordered(operator, a, b);
}

function ordered<T extends number | bigint>(operator: string, a: T, b: T): boolean | undefined {
  return { "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b }[operator];
}

function isNumber(value: Value): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

/** Values of different types are unequal, not a mistake; `1 == 1.0`. */
function equal(a: Value, b: Value): boolean {
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint equals the number of the same value only loosely.
  if (isNumber(a) && isNumber(b)) return a == b;
  return same(a, b);
}

/** Without conversion: in a list, `1` is not `1.0`. */
function same(a: Value, b: Value): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, index) => same(item, b[index]));
}

/** What holds nothing neither holds an item nor lacks it. */
function isContainer(container: Value, item: Value): boolean {
  return Array.isArray(container) || (typeof container === "string" && typeof item === "string");
}

function contains(container: Value, item: Value): boolean {
  if (Array.isArray(container)) return container.some((member) => same(member, item));
  return typeof container === "string" && typeof item === "string" && container.includes(item);
}

/** Python's `int()` of integers and of texts such as `42`, `0x2A`, `1_000`. */
function integer(value: Value | undefined): bigint | undefined {
  if (typeof value === "bigint") return value;
  if (typeof value !== "string") return undefined;
  const [, sign, digits] = /^([+-]?)(0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|\d[\d_]*)$/.exec(value.trim()) ?? [];
  if (digits === undefined) return undefined;
  const bare = digits.replaceAll("_", "");
  // `0x_` is no number; BigInt would throw.
  if (/^0[a-z]$/i.test(bare)) return undefined;
  const magnitude = BigInt(bare);
  return wrap(sign === "-" ? -magnitude : magnitude);
}

/** `str()` of all but lists; of code, its source. */
function text(value: Value | undefined): string | undefined {
  if (isCode(value)) return value.code;
  if (typeof value === "number") return floatText(value);
  if (typeof value === "bigint" || typeof value === "boolean") return value.toString();
  return typeof value === "string" ? value : undefined;
}

/** As Semgrep writes floats: twelve digits, and always a point: `1.`. */
function floatText(value: number): string {
  const [digits = "", exponent] = value.toPrecision(12).split("e");
  const short = digits.replace(/\.?0+$/, (zeros) => (digits.includes(".") ? "" : zeros));
  if (exponent !== undefined) return `${short}e${exponent}`;
  return short.includes(".") ? short : `${short}.`;
}

const milliseconds: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};

/** Milliseconds of a duration as Prometheus writes them: `1h30m`. */
function durationOf(duration: Value | undefined): bigint | undefined {
  if (typeof duration !== "string" || !/^(?:\d{1,12}(?:ms|[smhdwy]))+$/.test(duration)) return undefined;
  const parts = [...duration.matchAll(/(\d+)(ms|[smhdwy])/g)];
  return wrap(parts.reduce((sum, [, count, unit]) => sum + BigInt(count!) * BigInt(milliseconds[unit!]!), 0n));
}

/** Seconds since 1970 of an ISO date. */
function secondsOf(date: Value | undefined): number | undefined {
  if (typeof date !== "string") return undefined;
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date) ?? [];
  if (day === undefined) return undefined;
  const milliseconds = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return Math.floor(milliseconds / 1000 / secondsPerDay) * secondsPerDay;
}

/** Integers are 64 bits wide, so that no expression can grow without bound. */
function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}
