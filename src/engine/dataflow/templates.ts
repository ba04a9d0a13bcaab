// Templates that name what comes into them: `"{0} {name}".format(…)`, `"%s %(name)s" % …`, `Template("$name")`.
import { Kind } from "../tree/kinds";
import type { Called } from "./calls";
import { readPart } from "./lvalues";
import { argumentNamed, placed, sequenceOf, TABLE } from "./sequences";
import { pieceOf, textOf } from "./spelled";
import type { Unit } from "./unit";
import { NOTHING, type Value } from "./values";

/** Gives what a template names; undefined where that is not told. */
type Named = (name: string) => Value | undefined;

/** A method of a known template: with arguments by place and name, or with a table of them. */
export function filledIn(unit: Unit, called: Called, how: "fields" | "table" | "dollars"): Value | undefined {
  const { constant } = called.receiver ?? NOTHING;
  if (constant?.type !== "string") return undefined;
  const given = placed(unit, called).map(({ value }) => value);
  if (called.arguments.some(({ row }) => unit.document.tree.kind[row] === Kind.Spread)) return undefined;
  const table = given[0];
  const ofTable: Named = (name) => (table ? entryOf(unit, table, name) : undefined);
  const ofArguments: Named = (name) => (/^\d+$/.test(name) ? given[Number(name)] : argumentNamed(unit, called, name));
  if (how === "dollars")
    return filled(unit, constant.value, DOLLARS, (name) => argumentNamed(unit, called, name) ?? ofTable(name));
  return fields(unit, constant.value, how === "table" ? ofTable : ofArguments);
}

const DOLLARS = /\$(?:(?<plain>\$)|(?<name>\w+)|\{(?<braced>\w+)\})/g;
const FIELDS = /(?<plain>\{\{|\}\})|\{(?<field>[^{}!:]*)(?<as>[^{}]*)\}/g;
const PERCENTS = /%(?:\((?<name>\w+)\))?(?<flags>[-#+ 0]*\d*)(?:\.(?<most>\d+))?(?<kind>[a-zA-Z%])/g;

const entryOf = (unit: Unit, table: Value, name: string): Value | undefined =>
  unit.snapshot(table).parts?.has(`[${name}]`) ? readPart(unit, table, `[${name}]`) : undefined;

/** `$name` and `${name}`. */
function filled(unit: Unit, template: string, places: RegExp, named: Named): Value | undefined {
  return made(template, places, /\$/, ({ plain, name, braced }) => {
    if (plain !== undefined) return plain;
    const value = named(name ?? braced ?? "");
    return value && pieceOf(unit, value);
  });
}

/** `{}`, `{0}`, `{name[key].field!r:>9}`. */
function fields(unit: Unit, template: string, named: Named): Value | undefined {
  let next = 0;
  return made(template, FIELDS, /[{}]/, ({ plain, field = "", as = "" }) => {
    if (plain !== undefined) return plain[0];
    const [, name = "", path = ""] = /^(\w*)(.*)$/s.exec(field) ?? [];
    let value = named(name === "" ? String(next++) : name);
    for (const [, key, property] of path.matchAll(/\[([^\]]*)\]|\.(\w+)/g))
      value = value && readPart(unit, value, key === undefined ? `.${property}` : `[${key}]`);
    if (!value) return undefined;
    return as === "" ? pieceOf(unit, value) : { taints: unit.deepTaints(value) };
  });
}

/** What `%` makes of a known template and what stands right of it. */
export function percented(unit: Unit, template: Value, right: Value): Value | undefined {
  const { constant } = template;
  if (constant?.type !== "string") return undefined;
  const isTable = unit.snapshot(right).type === TABLE;
  const several = isTable || right.constant ? undefined : sequenceOf(unit, right);
  const all = several ?? [right];
  let next = 0;
  return made(constant.value, PERCENTS, /%/, ({ name, flags = "", most, kind }) => {
    if (kind === "%") return "%";
    const value = name === undefined ? all[next++] : isTable ? entryOf(unit, right, name) : undefined;
    if (!value) return undefined;
    if (kind !== "s" && kind !== "r" && kind !== "a") return { taints: [] };
    if (most === "0" && kind === "s" && flags === "") return "";
    return kind === "s" && flags === "" && most === undefined
      ? pieceOf(unit, value)
      : { taints: unit.deepTaints(value) };
  });
}

/** The text that a template becomes; undefined where one of its places is not told. */
function made(
  template: string,
  places: RegExp,
  left: RegExp,
  pieceAt: (groups: Readonly<Record<string, string | undefined>>) => string | Value | undefined,
): Value | undefined {
  const pieces: (string | Value)[] = [];
  let end = 0;
  for (const found of template.matchAll(places)) {
    const piece = pieceAt(found.groups ?? {});
    if (piece === undefined) return undefined;
    // A sign that none of the places explains.
    if (left.test(template.slice(end, found.index))) return undefined;
    pieces.push(template.slice(end, found.index), piece);
    end = found.index + found[0].length;
  }
  return left.test(template.slice(end)) ? undefined : textOf([...pieces, template.slice(end)]);
}
