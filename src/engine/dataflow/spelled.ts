// Texts that are put together of known and unknown pieces: what is cut off them again is one of the pieces.
import type { Called } from "./calls";
import { listOf, placed } from "./sequences";
import { type Taints, unite } from "./taints";
import type { Unit } from "./unit";
import { NOTHING, type Spelled, type Value } from "./values";

/** Texts of more pieces are not followed piece by piece. */
const MOST_PIECES = 12;

/** How a text is taken apart. */
export type Parting = "split" | "rsplit" | "partition" | "rpartition";

/** The pieces of a value, which is a text; one that is not known where no more is. */
export const spelledOf = (value: Value): Spelled =>
  isText(value) ? [value.constant.value] : (value.spelled ?? [value]);

/** Whether a value is a known text, of which no rule says that it is a source. */
const isText = (value: Value): value is Value & { constant: { type: "string"; value: string } } =>
  value.constant?.type === "string" && value.taints.length === 0;

/** The text that pieces make. */
export function textOf(pieces: Spelled): Value {
  const joined: (string | Value)[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (typeof piece !== "string") joined.push(piece);
    else if (typeof last === "string") joined[joined.length - 1] = last + piece;
    else if (piece !== "") joined.push(piece);
  }
  const [only = "", ...others] = joined;
  if (others.length === 0)
    return typeof only === "string" ? { taints: [], constant: { type: "string", value: only } } : only;
  const taints = joined.reduce<Taints>(
    (all, piece) => (typeof piece === "string" ? all : unite(all, piece.taints)),
    [],
  );
  const words = joined.map((piece) => (typeof piece === "string" ? piece : wordIn(piece)));
  const spelled = joined.length <= MOST_PIECES && taints.length > 0 && { spelled: joined };
  const isKnown = words.every((word) => word !== undefined);
  return { taints, ...(isKnown && { constant: { type: "string" as const, value: words.join("") } }), ...spelled };
}

const wordIn = ({ constant }: Value): string | undefined => (constant?.type === "string" ? constant.value : undefined);

/** What several texts are one after the other, where one of them is known and another is not. */
export function joinedText(unit: Unit, values: readonly Value[]): Spelled | undefined {
  // What is put together in an object, as builders do, is there.
  const held = values.map((value) => (value.objects ? unit.snapshot(value) : value));
  if (!held.some(({ constant, spelled }) => constant?.type === "string" || spelled)) return undefined;
  const pieces = held.flatMap((value) => (isText(value) || value.spelled ? spelledOf(value) : [pieceOf(unit, value)]));
  return pieces.length > MOST_PIECES ? undefined : pieces;
}

/** What a value is as a piece of a text. */
export function pieceOf(unit: Unit, value: Value): string | Value {
  const { constant } = value;
  const isPlain = constant && "value" in constant && constant.type !== "boolean";
  if (!isPlain) return { taints: unit.deepTaints(value) };
  const text = String(constant.value);
  return value.taints.length === 0 ? text : { taints: value.taints, constant: { type: "string", value: text } };
}

interface Cut {
  readonly found: readonly Spelled[];
  /** What cannot be told apart behind them: a piece that is not known may hold the separator. */
  readonly rest: Spelled | undefined;
}

/** Cuts at a separator, at most so often. */
function cut(pieces: Spelled, separator: string, most: number): Cut {
  const found: Spelled[] = [];
  let current: (string | Value)[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece !== "string") {
      if (found.length < most) return { found, rest: [...current, ...pieces.slice(index)] };
      current.push(piece);
      continue;
    }
    let left = piece;
    for (let at = left.indexOf(separator); at >= 0 && found.length < most; at = left.indexOf(separator)) {
      found.push([...current, left.slice(0, at)]);
      current = [];
      left = left.slice(at + separator.length);
    }
    current.push(left);
  }
  return { found: [...found, current], rest: undefined };
}

const turned = (text: string): string => [...text].reverse().join("");
const backwards = (pieces: Spelled): Spelled =>
  pieces.toReversed().map((piece) => (typeof piece === "string" ? turned(piece) : piece));

/** The pieces of a text that a call takes apart; undefined where none of them is told. */
export function taken(unit: Unit, called: Called, how: Parting): Value | undefined {
  const { receiver = NOTHING, row } = called;
  const [by, most] = placed(unit, called).map(({ value }) => value.constant);
  const pieces = spelledOf(receiver);
  if (by?.type !== "string" || by.value === "" || (pieces.length === 1 && typeof pieces[0] !== "string"))
    return undefined;
  const isPair = how.endsWith("partition");
  const limit = isPair ? 1 : most?.type === "number" && most.value >= 0 ? Number(most.value) : Number.POSITIVE_INFINITY;
  const isLast = how.startsWith("r");
  const { found, rest } = isLast ? cut(backwards(pieces), turned(by.value), limit) : cut(pieces, by.value, limit);
  const texts = (isLast ? found.map(backwards) : found).map(textOf);
  if (!rest) {
    const all = isLast ? texts.toReversed() : texts;
    if (!isPair) return listOf(unit, row, all);
    const [head = NOTHING, tail] = all;
    const none = textOf([]);
    if (tail) return listOf(unit, row, [head, textOf([by.value]), tail]);
    return listOf(unit, row, isLast ? [none, none, head] : [head, none, none]);
  }
  if (texts.length === 0 || isLast || isPair) return undefined;
  // Behind them any may be what is not known.
  const parts = new Map(texts.map((text, index) => [`[${index}]`, text]));
  return unit.allocate(row, { taints: textOf(rest).taints, parts });
}

/** A text from one place to before another; undefined where that is not told. */
export function textBetween(value: Value, from: Value | undefined, to: Value | undefined): Value | undefined {
  const bounds = [from, to].map(
    (bound) => bound && (bound.constant?.type === "number" ? Number(bound.constant.value) : Number.NaN),
  );
  const [first = 0, end] = bounds;
  if (Number.isNaN(first) || (end !== undefined && Number.isNaN(end))) return undefined;
  if (value.constant?.type === "string")
    return { taints: value.taints, constant: { type: "string", value: value.constant.value.slice(first, end) } };
  const [head, ...others] = value.spelled ?? [];
  if (typeof head !== "string" || first < 0 || first > head.length) return undefined;
  if (end === undefined) return textOf([head.slice(first), ...others]);
  return end >= 0 && end <= head.length ? textOf([head.slice(first, end)]) : undefined;
}

/** The character of a text at an index, where it is one of a known piece at its beginning. */
export function characterAt({ spelled: [head] = [] }: Value, { constant: at }: Value): Value | undefined {
  if (typeof head !== "string" || at?.type !== "number") return undefined;
  const character = head[Number(at.value)];
  return character === undefined ? undefined : textOf([character]);
}
