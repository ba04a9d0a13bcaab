// What is gone over one by one, where all of it is known: lists, the keys of tables, the letters of texts; and what makes such.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import type { Called } from "./calls";
import { isClosed } from "./entries";
import { readPart } from "./lvalues";
import type { Unit } from "./unit";
import { isElement, NOTHING, type Value } from "./values";

/** The type of a table whose keys are gone over, and not what stands under them. */
export const TABLE = "dict";

/** Longer sequences are not told apart. */
const LONGEST = 16;

type Values = readonly Value[];
type Maker = (unit: Unit, called: Called, given: Values) => Values | undefined;

/** How a call makes a sequence of what it is given. */
export type Sequencing = keyof typeof MAKERS;

/** What a value holds one by one; undefined where that is not known. */
export function sequenceOf(unit: Unit, value: Value): Values | undefined {
  const held = unit.snapshot(value);
  const { length, constant, parts, type, taints } = held;
  if (constant?.type === "string")
    return constant.value.length <= LONGEST ? [...constant.value].map((each) => textOf(each, taints)) : undefined;
  if (length === undefined || length > LONGEST || !isClosed(held)) return undefined;
  if (type === TABLE) return keysOf(held);
  const elements = Array.from({ length }, (_, index) =>
    parts?.has(`[${index}]`) ? readPart(unit, value, `[${index}]`) : undefined,
  );
  return elements.every((each) => each !== undefined) ? elements : undefined;
}

const textOf = (value: string, taints: Value["taints"] = []): Value => ({
  taints,
  constant: { type: "string", value },
});
const numberOf = (value: number): Value => ({ taints: [], constant: { type: "number", value: BigInt(value) } });

/** The keys of a table, in the order in which they came. */
const keysOf = ({ parts }: Value): Values =>
  [...(parts?.keys() ?? [])].filter(isElement).map((key) => {
    const name = key.slice(1, -1);
    return /^\d{1,9}$/.test(name) ? numberOf(Number(name)) : textOf(name);
  });

/** The entries of a table with all its keys known. */
function entriesOf(unit: Unit, table: Value): readonly (readonly [key: Value, value: Value])[] | undefined {
  const held = unit.snapshot(table);
  const keys = held.type === TABLE && isClosed(held) ? keysOf(held) : undefined;
  if (!keys || keys.length > LONGEST) return undefined;
  return keys.map((key) => [key, readPart(unit, table, `[${String(plain(key))}]`)] as const);
}

const plain = ({ constant }: Value): string | number | bigint | boolean | undefined =>
  constant && "value" in constant ? constant.value : undefined;

/** A list of so many elements, made at a row. */
export function listOf(unit: Unit, row: number, elements: Values): Value {
  return unit.allocate(row, listed(elements));
}

const listed = (elements: Values): Value => ({
  taints: [],
  parts: new Map(elements.map((each, index) => [`[${index}]`, each])),
  length: elements.length,
});

/** What an argument that is given by its name is; undefined where there is none. */
export function argumentNamed({ document }: Unit, { arguments: given }: Called, name: string): Value | undefined {
  const { tree } = document;
  const found = given.find(
    ({ row }) => tree.kind[row] === Kind.Argument && document.textOf(childIn(tree, row, Role.Name)) === name,
  );
  return found?.value;
}

/** Arguments by their place alone. */
export const placed = ({ document: { tree } }: Unit, { arguments: given }: Called): Called["arguments"] =>
  given.filter(({ row }) => tree.kind[row] !== Kind.Argument);

const whole = (value: Value | undefined): number | undefined =>
  value?.constant?.type === "number" ? Number(value.constant.value) : undefined;

const MAKERS = {
  same: (unit, _, [of = NOTHING]) => sequenceOf(unit, of),
  reversed: (unit, _, [of = NOTHING]) => sequenceOf(unit, of)?.toReversed(),
  sorted: (unit, called, [of = NOTHING]) => inOrderOf(unit, called, sequenceOf(unit, of)),
  arranged: (unit, called) => inOrderOf(unit, called, sequenceOf(unit, called.receiver ?? NOTHING)),
  keys: (unit, { receiver = NOTHING }) => entriesOf(unit, receiver)?.map(([key]) => key),
  values: (unit, { receiver = NOTHING }) => entriesOf(unit, receiver)?.map(([, value]) => value),
  items: (unit, { receiver = NOTHING }) => entriesOf(unit, receiver)?.map(listed),
  last: (unit, { receiver = NOTHING }) => entriesOf(unit, receiver)?.at(-1),
  numbered: (unit, _, [of = NOTHING, from]) => {
    const first = from ? whole(from) : 0;
    return first === undefined
      ? undefined
      : sequenceOf(unit, of)?.map((each, index) => listed([numberOf(first + index), each]));
  },
  zipped: (unit, _, given) => {
    const all = given.map((each) => sequenceOf(unit, each)).filter((each) => each !== undefined);
    if (all.length === 0 || all.length < given.length) return undefined;
    const length = Math.min(...all.map((each) => each.length));
    return Array.from({ length }, (__, index) => listed(all.map((each) => each[index]!)));
  },
  chained: (unit, _, given) => flattened(unit, given),
  flattened: (unit, _, [of = NOTHING]) => flattened(unit, sequenceOf(unit, of)),
  sliced: (unit, _, [of = NOTHING, one, other]) => {
    const [from, to] = other ? [whole(one), whole(other)] : [0, whole(one)];
    return from === undefined || to === undefined ? undefined : sequenceOf(unit, of)?.slice(from, to);
  },
  counted: (_, __, given) => {
    const numbers = given.map(whole);
    if (numbers.some((each) => each === undefined) || numbers.length === 0) return undefined;
    const [from, to, step] = numbers.length === 1 ? [0, numbers[0]!, 1] : [numbers[0]!, numbers[1]!, numbers[2] ?? 1];
    const length = step === 0 ? LONGEST + 1 : Math.max(0, Math.ceil((to - from) / step));
    return length > LONGEST ? undefined : Array.from({ length }, (___, index) => numberOf(from + index * step));
  },
  divided: (_, __, [one, other]) => {
    const [left, right] = [whole(one), whole(other)];
    if (left === undefined || right === undefined || right === 0) return undefined;
    const quotient = Math.floor(left / right);
    return [numberOf(quotient), numberOf(left - quotient * right)];
  },
  turned: (unit, { receiver = NOTHING }, [by]) => {
    const all = sequenceOf(unit, receiver);
    const steps = by ? whole(by) : 1;
    if (!all || steps === undefined || all.length === 0) return undefined;
    const at = ((-steps % all.length) + all.length) % all.length;
    return [...all.slice(at), ...all.slice(0, at)];
  },
} satisfies Readonly<Record<string, Maker>>;

function flattened(unit: Unit, lists: Values | undefined): Values | undefined {
  const all = lists?.map((each) => sequenceOf(unit, each));
  return all?.every((each) => each !== undefined) ? all.flat() : undefined;
}

/** The elements that a call makes a sequence of; undefined where one of them is not known. */
export function sequenced(unit: Unit, called: Called, how: Sequencing): Values | undefined {
  const maker: Maker = MAKERS[how];
  return maker(
    unit,
    called,
    placed(unit, called).map(({ value }) => value),
  );
}

/** In the order of what they are, or of what a function says of each; undefined where that is not told. */
function inOrderOf(unit: Unit, called: Called, elements: Values | undefined): Values | undefined {
  const by = argumentNamed(unit, called, "key");
  if (!elements || (by && !by.callables)) return undefined;
  const keyed = elements.map((each) => {
    const key = by ? unit.aside(() => unit.callValue(by, [each])) : each;
    return [plain(key) ?? plain(readPart(unit, key, "[0]")), each] as const;
  });
  const kinds = new Set(keyed.map(([key]) => (typeof key === "bigint" ? "number" : typeof key)));
  const isTold = kinds.size <= 1 && !kinds.has("undefined") && new Set(keyed.map(([key]) => key)).size === keyed.length;
  if (!isTold) return undefined;
  const ordered = keyed.toSorted(([one], [other]) => (one! < other! ? -1 : 1)).map(([, each]) => each);
  const backwards = argumentNamed(unit, called, "reverse")?.constant;
  return backwards?.type === "boolean" && backwards.value ? ordered.toReversed() : ordered;
}

/** A table of the pairs that a value holds; undefined where one of its keys is not known. */
export function tableOf(unit: Unit, row: number, pairs: Value): Value | undefined {
  const all = sequenceOf(unit, pairs)?.map((pair) => sequenceOf(unit, pair));
  if (!all || all.length === 0) return undefined;
  const parts = new Map<string, Value>();
  for (const pair of all) {
    const [key, value, ...others] = pair ?? [];
    const name = key && plain(key);
    if (name === undefined || !value || others.length > 0) return undefined;
    parts.set(`[${String(name)}]`, value);
  }
  return unit.allocate(row, { taints: [], parts, length: parts.size, type: TABLE });
}
