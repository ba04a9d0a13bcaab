// What a known regular expression leaves of a text: its groups, its matches, and what is not taken out.
import type { Called } from "./calls";
import { groupOf } from "./groups";
import { argumentNamed, placed } from "./sequences";
import type { Unit } from "./unit";
import { NOTHING, type Value } from "./values";

/** What of it: a group of a match, all matches, all groups, or the text without what matches. */
export type Finding = "group" | "matches" | "groups" | "without";

/** Parts of a regular expression that mean letters, digits and signs without a meaning: `\d{1,4}`, `[a-z0-9_]+`, `-`. */
const HARMLESS =
  /^(?:\^|\$|\\[AZzbdw]|\[(?:\\[wd-]|\w-\w|[\w-])+\]|[\w-]|[*+?]|\{\d*,?\d*\}|\((?:\?:|\?P?<\w+>)?|\)|\|)*$/;
/** All but such. */
const OTHERS = /^(?:\\W|\\D|\[\^(?:\\[wd-]|\w-\w|[\w-])+\])[*+]?$/;

/** The key under which a match keeps what it is a match of. */
const PATTERN = ".pattern";

const textIn = (value: Value | undefined): string | undefined =>
  value?.constant?.type === "string" ? value.constant.value.replaceAll("\\\\", "\\") : undefined;

/** A match of a text with a regular expression, which is remembered where it is known. */
export function matchOf(unit: Unit, row: number, pattern: Value, text: Value): Value | undefined {
  const { constant } = pattern;
  if (constant?.type !== "string") return undefined;
  const parts = new Map([[PATTERN, { taints: [], constant }]]);
  return unit.allocate(row, { taints: unit.deepTaints(text), parts });
}

/** What a regular expression leaves; undefined where it may be anything. */
export function foundIn(unit: Unit, called: Called, how: Finding): Value | undefined {
  const given = placed(unit, called).map(({ value }) => value);
  const { receiver = NOTHING } = called;
  if (how === "group" || how === "groups") {
    const pattern = textIn(unit.snapshot(receiver).parts?.get(PATTERN));
    if (pattern === undefined) return undefined;
    const wanted = how === "groups" ? pattern : groupIn(pattern, given[0]);
    return wanted !== undefined && isHarmless(wanted) ? NOTHING : undefined;
  }
  // Of the module, or of a regular expression.
  const isCompiled = receiver.constant?.type === "string";
  const [pattern, ...others] = isCompiled ? [receiver, ...given] : given;
  const regex = textIn(pattern);
  if (regex === undefined) return undefined;
  if (how === "matches") return isHarmless(regex) ? NOTHING : undefined;
  const isSome = given.length > (isCompiled ? 2 : 3) || argumentNamed(unit, called, "count") !== undefined;
  // Before the text or behind it.
  const instead = others.map(textIn).find((text) => text !== undefined);
  return OTHERS.test(regex) && !isSome && instead !== undefined && /^[\w -]*$/.test(instead) ? NOTHING : undefined;
}

const isHarmless = (pattern: string): boolean => HARMLESS.test(pattern) && !/(?<!\\)\.|\\s/.test(pattern);

/** The part of a regular expression that a group is; the whole without one. */
function groupIn(pattern: string, which: Value | undefined): string | undefined {
  if (!which) return pattern;
  const { constant } = which;
  return constant && "value" in constant ? groupOf(pattern, String(constant.value)) : undefined;
}
