// What is asked of texts that are known in parts: `"id:" + name` begins with what the program wrote, and only what is
// behind is an attacker's.
import type { Constant } from "../semantics";
import { spelledOf, textOf as textOfPieces } from "./spelled";
import { NO_TAINT, type Taints } from "./taints";
import type { Unit } from "./unit";
import type { Value } from "./values";

/** A part of a text: what it says, where that is known, and whose data it is. */
export interface Strand {
  readonly known?: string;
  readonly taints: Taints;
}

/** What a text is made of, where some of it is known. */
export function strandsOf(unit: Unit, value: Value): readonly Strand[] | undefined {
  const text = value.objects ? unit.snapshot(value) : value;
  if (!text.spelled && text.constant?.type !== "string") return undefined;
  return spelledOf(text).map((piece) => {
    if (typeof piece === "string") return { known: piece, taints: NO_TAINT };
    const { constant, taints } = piece;
    return { taints, ...(constant?.type === "string" && { known: constant.value }) };
  });
}

/** The text that strands are. */
export function textOf(strands: readonly Strand[]): Value {
  return textOfPieces(
    strands.map(({ known, taints }) => {
      if (known === undefined) return { taints };
      return taints.length === 0 ? known : { taints, constant: constantOf(known) };
    }),
  );
}

/** The strands from an index to before another one, or to the end; undefined where that cannot be told. */
export function cut(
  strands: readonly Strand[],
  from: number,
  to = Number.POSITIVE_INFINITY,
): readonly Strand[] | undefined {
  if (from < 0 || to < from) return undefined;
  const left: Strand[] = [];
  let at = 0;
  for (const [index, { known, taints }] of strands.entries()) {
    if (at >= to) break;
    if (known === undefined) {
      const others = strands.slice(index);
      if (from <= at && to === Number.POSITIVE_INFINITY) return [...left, ...others];
      return index === 0 ? undefined : [...left, { taints: textOf(others).taints }];
    }
    const part = known.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (part !== "") left.push({ known: part, taints });
    at += known.length;
  }
  return left;
}

/** The strands without what stands from an index to before another one, or to the end. */
export function without(strands: readonly Strand[], from: number, to?: number): readonly Strand[] | undefined {
  const before = cut(strands, 0, from);
  const after = to === undefined ? [] : cut(strands, to);
  return before && after && [...before, ...after];
}

/** Pieces of a text, and what cannot be told apart behind them: a part that is not known may hold the separator. */
export interface Parted {
  readonly pieces: readonly (readonly Strand[])[];
  readonly rest?: readonly Strand[];
}

/** The pieces between separators, so many at most. */
export function between(strands: readonly Strand[], separator: string, most = Number.POSITIVE_INFINITY): Parted {
  const pieces: (readonly Strand[])[] = [];
  let piece: Strand[] = [];
  for (const [index, { known, taints }] of strands.entries()) {
    // The last piece is all that is left.
    if (pieces.length + 1 === most) return { pieces: [...pieces, [...piece, ...strands.slice(index)]] };
    if (known === undefined) return { pieces, rest: [...piece, ...strands.slice(index)] };
    let left = known;
    for (let at = left.indexOf(separator); at >= 0 && pieces.length + 1 < most; at = left.indexOf(separator)) {
      pieces.push([...piece, { known: left.slice(0, at), taints }]);
      piece = [];
      left = left.slice(at + separator.length);
    }
    piece.push({ known: left, taints: left === "" ? NO_TAINT : taints });
  }
  return { pieces: [...pieces, piece] };
}

/** As `between`, counted from the end; the pieces are in their order. */
export function betweenFromEnd(strands: readonly Strand[], separator: string, most?: number): Parted {
  const { pieces, rest } = between(turned(strands), turnedText(separator), most);
  return { pieces: pieces.map(turned).toReversed(), ...(rest && { rest: turned(rest) }) };
}

const turnedText = (text: string): string => [...text].reverse().join("");

const turned = (strands: readonly Strand[]): readonly Strand[] =>
  strands
    .toReversed()
    .map(({ known, ...strand }) => (known === undefined ? strand : { ...strand, known: turnedText(known) }));

type Answer = (
  known: string,
  strands: readonly Strand[],
  given: string | number | undefined,
) => string | number | boolean | undefined;

const begins = (known: string, text: string): boolean | undefined => {
  const shared = Math.min(known.length, text.length);
  if (known.slice(0, shared) !== text.slice(0, shared)) return false;
  return text.length <= known.length ? true : undefined;
};

/** Questions that the beginning of a text answers, by the names of their folds. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  charAt: (known, _, at) => (typeof at === "number" ? known[at] : undefined),
  isEmpty: (_, strands) => (strands.some(({ known = "" }) => known !== "") ? false : undefined),
  startsWith: (known, _, text) => (typeof text === "string" ? begins(known, text) : undefined),
  equals: (known, _, text) => (typeof text === "string" && begins(known, text) === false ? false : undefined),
  contains: (_, strands, text) =>
    typeof text === "string" && strands.some(({ known }) => known?.includes(text)) ? true : undefined,
  indexOf: (known, _, text) => {
    const at = typeof text === "string" ? known.indexOf(text) : -1;
    return at < 0 ? undefined : at;
  },
};

/** What a function makes of a text that is known in parts: an answer, or a part of the text. */
export function foldStrands(name: string, strands: readonly Strand[], given: readonly Value[]): Value | undefined {
  if (name === "toString") return textOf(strands);
  const [first, second] = given.map(({ constant }) => plain(constant));
  const known = strands[0]?.known ?? "";
  if (name === "substring") {
    if (typeof first !== "number" || (given.length > 1 && typeof second !== "number")) return undefined;
    const part = cut(strands, first, typeof second === "number" ? second : undefined);
    return part && textOf(part);
  }
  if (name === "before" && typeof first === "string") {
    const { pieces, rest } = between(strands, first);
    return pieces.length > 1 || (pieces.length === 1 && rest) ? textOf(pieces[0]!) : undefined;
  }
  if (name === "left" && typeof first === "number") {
    const part = cut(strands, 0, first);
    return part && textOf(part);
  }
  const answer = ANSWERS[name]?.(known, strands, first);
  return answer === undefined ? undefined : { taints: NO_TAINT, constant: constantOf(answer) };
}

const plain = (constant: Constant | undefined): string | number | undefined =>
  constant?.type === "string" ? constant.value : constant?.type === "number" ? Number(constant.value) : undefined;

function constantOf(value: string | number | boolean): Constant {
  if (typeof value === "string") return { type: "string", value };
  return typeof value === "boolean" ? { type: "boolean", value } : { type: "number", value: BigInt(value) };
}
