// Texts that are made of others, piece by piece: by a template, or taken apart at a separator.
import type { Called } from "./calls";
import { type Taints, unite } from "./taints";
import type { Unit } from "./unit";
import { NOTHING, type Value } from "./values";

/** How templates name what comes into them. */
type Style = "percent" | "braces";

/** `%s`, `%2$s`, `%.0s`, and `{0}`. */
const PLACES: Readonly<Record<Style, RegExp>> = {
  percent: /%(?:(?<at>\d+)\$)?(?<flags>[-#+ 0,(]*\d*)(?:\.(?<most>\d+))?(?<kind>[a-zA-Z%])/g,
  braces: /\{(?<at>\d+)(?<flags>,[^{}]*)?\}/g,
};

/** What a known template makes of its arguments: of those that it names; undefined where that is not told. */
export function formatted(unit: Unit, { arguments: given }: Called, style: Style): Value | undefined {
  const [{ value: template } = { value: NOTHING }, ...others] = given;
  const { constant } = template;
  if (constant?.type !== "string" || (style === "braces" && constant.value.includes("'"))) return undefined;
  let taints: Taints = [];
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
    const isNothing = most === "0" && kind === "s" && flags === "";
    if (!isNothing) taints = unite(taints, unit.deepTaints(value));
    const known = isNothing ? "" : (plain ?? wordOf(value, flags === "" && most === undefined && kind === "s"));
    text = text === undefined || known === undefined ? undefined : text + before + known;
  }
  if (text === undefined) return { taints };
  return { taints, constant: { type: "string", value: text + constant.value.slice(end) } };
}

const wordOf = ({ constant }: Value, asItIs: boolean): string | undefined =>
  asItIs && constant && "value" in constant && constant.type !== "boolean" ? String(constant.value) : undefined;

/** Longer lists of pieces are not told apart. */
const MOST_PIECES = 8;

/** A regular expression that means one text. */
const LITERAL = /^(?:\\[^\w]|[^\\[\](){}.*+?^$|])+$/;

/** The pieces of a known text between a known separator; undefined where one is not known. */
export function pieces(unit: Unit, { row, receiver, arguments: given }: Called): Value | undefined {
  const [separator, most] = given.map(({ value }) => value.constant);
  const whole = receiver?.constant;
  if (whole?.type !== "string" || separator?.type !== "string") return undefined;
  // As it is written: a backslash is two of them.
  const pattern = separator.value.replaceAll("\\\\", "\\");
  if (!LITERAL.test(pattern)) return undefined;
  if (given.length > 1 && most?.type !== "number") return undefined;
  const at = pattern.replaceAll(/\\(.)/g, "$1");
  const all = whole.value.split(at);
  const limit = most?.type === "number" ? Number(most.value) : 0;
  while (limit === 0 && all.length > 1 && all.at(-1) === "") all.pop();
  const kept = limit > 0 && all.length > limit ? [...all.slice(0, limit - 1), all.slice(limit - 1).join(at)] : all;
  if (kept.length > MOST_PIECES) return undefined;
  const taints = receiver?.taints ?? [];
  const parts = kept.map((value, index): [string, Value] => [
    `[${index}]`,
    { taints, constant: { type: "string", value } },
  ]);
  return unit.allocate(row, { taints: [], parts: new Map(parts), length: kept.length });
}

/** A text without what stands from an index to before another one; what is left is known where all of that is. */
export function withoutRange(held: Value, from: number | undefined, to: number | undefined, isOpen: boolean): Value {
  if (from === 0 && isOpen) return { taints: [], length: 0 };
  const { constant, ...rest } = held;
  if (constant?.type !== "string" || from === undefined || (to === undefined && !isOpen)) return rest;
  const value = constant.value.slice(0, from) + (to === undefined ? "" : constant.value.slice(to));
  return { ...rest, constant: { type: "string", value } };
}
