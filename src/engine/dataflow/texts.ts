// Texts that are made of others, piece by piece: by a template, or taken apart at a separator.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import type { Called } from "./calls";
import type { Effect } from "./models";
import { listOf, placed } from "./sequences";
import { between, betweenFromEnd, cut, foldStrands, strandsOf, textOf, without } from "./strands";
import { unite } from "./taints";
import type { Unit } from "./unit";
import { NOTHING, tainted, type Value } from "./values";

/** How templates name what comes into them. */
type Style = "percent" | "braces";

/** `%s`, `%2$s`, `%.0s`, and `{0}`. */
const PLACES: Readonly<Record<Style, RegExp>> = {
  percent: /%(?:(?<at>\d+)\$)?(?<flags>[-#+ 0,(]*\d*)(?:\.(?<most>\d+))?(?<kind>[a-zA-Z%])/g,
  braces: /\{(?<at>\d+)(?<flags>,[^{}]*)?\}/g,
};

/** Kinds of places that take nothing but numbers and truths. */
const NUMBERS: ReadonlySet<string> = new Set([..."dxXoeEfgGaAbBhH"]);

/** What a known template makes of its arguments: of those that it names; undefined where that is not told. */
export function formatted(unit: Unit, { arguments: given }: Called, style: Style): Value | undefined {
  const [{ value: template } = { value: NOTHING }, ...others] = given;
  const { constant } = template;
  if (constant?.type !== "string" || (style === "braces" && constant.value.includes("'"))) return undefined;
  let { taints } = template;
  let text: string | undefined = "";
  let [end, next] = [0, 0];
  for (const found of constant.value.matchAll(PLACES[style])) {
    const { at, flags = "", most, kind = "s" } = found.groups ?? {};
    const before: string = constant.value.slice(end, found.index);
    end = found.index + found[0].length;
    const plain = kind === "%" ? "%" : kind === "n" ? "\n" : undefined;
    const index: number =
      plain !== undefined ? -1 : at === undefined ? next++ : Number(at) - (style === "percent" ? 1 : 0);
    const value = plain === undefined ? others[index]?.value : NOTHING;
    if (!value || unit.snapshot(value).length !== undefined) return undefined;
    const isNumber = NUMBERS.has(kind);
    const isNothing = most === "0" && kind === "s" && flags === "";
    if (!isNothing && !isNumber) taints = unite(taints, unit.deepTaints(value));
    const known = isNothing ? "" : (plain ?? knownWord(value, flags === "" && most === undefined && kind === "s"));
    text = text === undefined || known === undefined ? undefined : text + before + known;
  }
  if (text === undefined) return { taints };
  return { taints, constant: { type: "string", value: text + constant.value.slice(end) } };
}

const knownWord = ({ constant }: Value, asItIs: boolean): string | undefined =>
  asItIs && constant && "value" in constant && constant.type !== "boolean" ? String(constant.value) : undefined;

/** Longer lists of pieces are not told apart. */
const MOST_LISTED = 8;

/** A regular expression that means one text. */
const LITERAL = /^(?:\\[^\w]|[^\\[\](){}.*+?^$|])+$/;

/** The pieces of a known text between a known separator; undefined where one is not known. */
export function pieces(unit: Unit, { row, receiver, arguments: given }: Called): Value | undefined {
  const [separator, most] = given.map(({ value }) => value.constant);
  const strands = receiver && strandsOf(unit, receiver);
  if (!strands || separator?.type !== "string") return undefined;
  // As it is written: a backslash is two of them.
  const pattern = separator.value.replaceAll("\\\\", "\\");
  if (!LITERAL.test(pattern)) return undefined;
  if (given.length > 1 && most?.type !== "number") return undefined;
  const at = pattern.replaceAll(/\\(.)/g, "$1");
  const limit = most?.type === "number" ? Number(most.value) : 0;
  const { pieces: all, rest } = between(strands, at, limit > 0 ? limit : undefined);
  const kept = all.map(textOf);
  const isNothing = (each?: Value): boolean => each?.constant?.type === "string" && each.constant.value === "";
  while (limit === 0 && !rest && kept.length > 1 && isNothing(kept.at(-1))) kept.pop();
  if (kept.length > MOST_LISTED || (kept.length === 0 && rest)) return undefined;
  // How many pieces the rest has is not known, unless it is one.
  const parts = new Map(kept.map((piece, index): [string, Value] => [`[${index}]`, piece]));
  return unit.allocate(row, {
    parts,
    ...(rest ? { taints: textOf(rest).taints } : { taints: [], length: kept.length }),
  });
}

/** How a text is taken apart. */
export type Parting = "split" | "rsplit" | "partition" | "rpartition";

/** The pieces of a text that a call takes apart, as Python does; undefined where none of them is told. */
export function parted(unit: Unit, called: Called, how: Parting): Value | undefined {
  const { receiver = NOTHING, row } = called;
  const [by, most] = placed(unit, called).map(({ value }) => value.constant);
  const strands = strandsOf(unit, receiver);
  if (by?.type !== "string" || by.value === "" || !strands) return undefined;
  const isPair = how.endsWith("partition");
  const limit = isPair ? 2 : most?.type === "number" && most.value >= 0 ? Number(most.value) + 1 : undefined;
  const isLast = how.startsWith("r");
  const { pieces: all, rest } = (isLast ? betweenFromEnd : between)(strands, by.value, limit);
  const kept = all.map(textOf);
  if (!rest) {
    if (!isPair) return listOf(unit, row, kept);
    const [head = NOTHING, tail] = kept;
    const [none, separator] = [wordOf(""), wordOf(by.value)];
    if (tail) return listOf(unit, row, [head, separator, tail]);
    return listOf(unit, row, isLast ? [none, none, head] : [head, none, none]);
  }
  if (kept.length === 0 || isLast || isPair) return undefined;
  // Behind them any may be what is not known.
  const parts = new Map(kept.map((text, index) => [`[${index}]`, text]));
  return unit.allocate(row, { taints: textOf(rest).taints, parts });
}

const wordOf = (value: string): Value => ({ taints: [], constant: { type: "string", value } });

/** A text from one place to before another; undefined where that is not told. */
export function textBetween(
  unit: Unit,
  value: Value,
  from: Value | undefined,
  to: Value | undefined,
): Value | undefined {
  const bounds = [from, to].map(
    (bound) => bound && (bound.constant?.type === "number" ? Number(bound.constant.value) : Number.NaN),
  );
  const [first = 0, end] = bounds;
  if (Number.isNaN(first) || (end !== undefined && Number.isNaN(end))) return undefined;
  if (value.constant?.type === "string")
    return { taints: value.taints, constant: { type: "string", value: value.constant.value.slice(first, end) } };
  const strands = strandsOf(unit, value);
  const left = strands && cut(strands, first, end);
  return left && textOf(left);
}

/** The character of a text at an index, where it is known. */
export function characterAt(unit: Unit, value: Value, at: Value): Value | undefined {
  if (value.objects || at.constant?.type !== "number") return undefined;
  const strands = strandsOf(unit, value);
  return strands && foldStrands("charAt", strands, [at]);
}

/** The words of a text one after the other, between characters of a list; undefined where none of the first ones is known. */
export function words(
  unit: Unit,
  { row, arguments: given }: Called,
  [text, by]: NonNullable<Effect["words"]>,
): Value | undefined {
  const value = given[text]?.value;
  const separators = by === undefined ? " \t\n\r\f" : knownWord(given[by]?.value ?? NOTHING, true);
  const [separator = ""] = separators ?? "";
  const strands = value && strandsOf(unit, value);
  if (!strands || separators === undefined || separator === "") return undefined;
  const isBetween = (character: string): string => (separators.includes(character) ? separator : character);
  const alike = strands.map(({ known, ...each }) =>
    known === undefined ? each : { ...each, known: [...known].map(isBetween).join("") },
  );
  const { pieces: all, rest } = between(alike, separator);
  const kept = all.map(textOf).filter(({ constant }) => constant?.type !== "string" || constant.value !== "");
  if (kept.length > MOST_LISTED || (kept.length === 0 && rest)) return undefined;
  const others = rest ? Array.from({ length: MOST_LISTED }, () => tainted(textOf(rest).taints)) : [];
  const parts = new Map([...kept, ...others].map((word, index): [string, Value] => [`[${index}]`, word]));
  return unit.allocate(row, { taints: [], parts, length: parts.size });
}

/** A text without what stands from an index to before another one; what is left is known where all of that is. */
export function withoutRange(
  unit: Unit,
  held: Value,
  from: number | undefined,
  to: number | undefined,
  isOpen: boolean,
): Value {
  if (from === 0 && isOpen) return { taints: [], length: 0 };
  const { constant, spelled, ...rest } = held;
  const strands = spelled && from !== undefined && (to !== undefined || isOpen) ? strandsOf(unit, held) : undefined;
  const left = strands && without(strands, from!, to);
  if (left) return { ...rest, ...textOf(left) };
  if (constant?.type !== "string" || from === undefined || (to === undefined && !isOpen)) return rest;
  const value = constant.value.slice(0, from) + (to === undefined ? "" : constant.value.slice(to));
  return { ...rest, constant: { type: "string", value } };
}

/** What a function gives of a text that is known in parts. */
export function foldedInPart(
  unit: Unit,
  { arguments: given }: Called,
  folds: string,
  receiver: Value,
): Value | undefined {
  const values = given.map(({ value }) => value);
  const [text, ...others] = receiver === NOTHING ? values : [receiver, ...values];
  const strands = text && unit.deepRules(text) !== 0 ? strandsOf(unit, text) : undefined;
  return strands && foldStrands(folds === "text" ? "toString" : folds, strands, others);
}

/** `text.delete(0, text.length())`: to its end. */
export function endsItself({ document }: Unit, { callee, arguments: given }: Called, to: number): boolean {
  const { tree } = document;
  const end = given[to]?.row ?? -1;
  if (end < 0 || tree.kind[end] !== Kind.Call) return false;
  const asked = childIn(tree, end, Role.Callee);
  const [own, other] = [callee, asked].map((row) => childIn(tree, row, Role.Object));
  return (
    document.textOf(asked < 0 ? asked : childIn(tree, asked, Role.Property)) === "length" &&
    sameName(document, own!, other!)
  );
}

const sameName = (document: Unit["document"], one: number, other: number): boolean =>
  one >= 0 &&
  other >= 0 &&
  document.tree.kind[one] === Kind.Identifier &&
  document.textOf(one) === document.textOf(other);
