// Texts that are put together of known and unknown pieces, and how a value says so.
import { type Taints, unite } from "./taints";
import type { Unit } from "./unit";
import type { Spelled, Value } from "./values";

/** Texts of more pieces are not followed piece by piece. */
const MOST_PIECES = 12;

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
