// Functions of texts and numbers that are computed where their operands are known.
import type { Constant } from "../semantics";
import type { Value } from "./values";

type Fold = (texts: readonly (string | number | boolean)[]) => string | number | boolean | undefined;

const text = (
  fold: (value: string, ...others: (string | number | boolean)[]) => string | number | boolean | undefined,
): Fold => {
  return ([value, ...others]) => (typeof value === "string" ? fold(value, ...others) : undefined);
};

const numbers = (fold: (...values: number[]) => number): Fold => {
  return (all) => (all.every((value) => typeof value === "number") ? fold(...(all as number[])) : undefined);
};

const ordered = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** By name: of the object and the arguments. */
const FOLDS: Readonly<Record<string, Fold>> = {
  charAt: text((value, at) => (typeof at === "number" ? value[at] : undefined)),
  length: text((value) => value.length),
  number: text((value) => (/^[+-]?\d{1,15}$/.test(value) ? Number(value) : undefined)),
  boolean: ([value]) => (typeof value === "boolean" ? value : String(value).toLowerCase() === "true"),
  upper: text((value) => value.toUpperCase()),
  lower: text((value) => value.toLowerCase()),
  trim: text((value) => value.trim()),
  equals: ([left, right]) => (right === undefined ? undefined : left === right),
  equalsIgnoreCase: text((value, other) =>
    typeof other === "string" ? value.toLowerCase() === other.toLowerCase() : undefined,
  ),
  startsWith: text((value, other) => (typeof other === "string" ? value.startsWith(other) : undefined)),
  endsWith: text((value, other) => (typeof other === "string" ? value.endsWith(other) : undefined)),
  contains: text((value, other) => (typeof other === "string" ? value.includes(other) : undefined)),
  indexOf: text((value, other) => (typeof other === "string" ? value.indexOf(other) : undefined)),
  count: text((value, other) =>
    typeof other === "string" && other !== "" ? value.split(other).length - 1 : undefined,
  ),
  code: text((value) => (value.length === 1 ? value.codePointAt(0) : undefined)),
  capitalize: text((value) => value.slice(0, 1).toUpperCase() + value.slice(1).toLowerCase()),
  withoutPrefix: text((value, other) =>
    typeof other !== "string" ? undefined : value.startsWith(other) ? value.slice(other.length) : value,
  ),
  withoutSuffix: text((value, other) =>
    typeof other !== "string"
      ? undefined
      : value.endsWith(other) && other !== ""
        ? value.slice(0, -other.length)
        : value,
  ),
  character: ([value]) =>
    typeof value === "number" && value >= 0 && value < 0x110000 ? String.fromCodePoint(value) : undefined,
  round: ([value, ...others]) =>
    // A half goes to the even number in some languages.
    typeof value === "number" && others.length === 0 && Math.abs(value % 1) !== 0.5 ? Math.round(value) : undefined,
  power: numbers((base, by) => base ** by),
  isEmpty: text((value) => value.length === 0),
  concat: text((value, ...others) => value + others.join("")),
  substring: text((value, from, to) =>
    typeof from === "number" && from >= 0 && (to === undefined || typeof to === "number")
      ? value.substring(from, to)
      : undefined,
  ),
  replace: text((value, what, by) =>
    typeof what === "string" && typeof by === "string" ? value.replaceAll(what, by) : undefined,
  ),
  lastIndexOf: text((value, other) => (typeof other === "string" ? value.lastIndexOf(other) : undefined)),
  compare: text((value, other) => (typeof other === "string" ? ordered(value, other) : undefined)),
  before: text((value, mark) => (typeof mark === "string" ? value.split(mark, 1)[0] : undefined)),
  left: text((value, count) => (typeof count === "number" ? value.slice(0, count) : undefined)),
  reverse: text((value) => [...value].reverse().join("")),
  repeat: text((value, count) =>
    typeof count === "number" && count * value.length < 10_000 ? value.repeat(count) : undefined,
  ),
  bits: numbers((value) => value.toString(2).replaceAll("0", "").length),
  modulo: numbers((left, right) => ((left % right) + right) % right),
  max: numbers(Math.max),
  min: numbers(Math.min),
  absolute: numbers(Math.abs),
  toString: (all: readonly (string | number | boolean)[]) => (all[0] === undefined ? undefined : String(all[0])),
};

/** Whether a text is a number. */
export const isNumber = ({ constant }: Value): boolean =>
  constant?.type === "string" && /^[+-]?\d{1,15}$/.test(constant.value);

/** The result of a function of known operands. */
export function foldCall(name: string, receiver: Value, given: readonly Value[]): Constant | undefined {
  const fold = FOLDS[name];
  const operands = [receiver, ...given].map(({ constant }) => plain(constant));
  // A function has no object before its arguments.
  const all = operands[0] === undefined ? operands.slice(1) : operands;
  if (!fold || all.length === 0 || all.some((operand) => operand === undefined)) return undefined;
  const result = fold(all as (string | number | boolean)[]);
  if (result === undefined || Number.isNaN(result)) return undefined;
  if (typeof result === "string") return { type: "string", value: result };
  if (typeof result === "boolean") return { type: "boolean", value: result };
  return { type: "number", value: Number.isInteger(result) ? BigInt(result) : result };
}

function plain(constant: Constant | undefined): string | number | boolean | undefined {
  if (!constant || !("value" in constant)) return undefined;
  return typeof constant.value === "bigint" ? Number(constant.value) : constant.value;
}
