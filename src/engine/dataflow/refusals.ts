// Texts that are refused for what stands in them: `if (/[^\w-]/.test(name)) throw …`, `if any(c in name for c in ";&|")`.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import type { Called } from "./calls";
import { inSlashes } from "./checked-texts";
import { lastName } from "./classes";
import { checked, clean, cleanOrigins } from "./guards";
import { effectOf } from "./known-calls";
import type { Check } from "./models";
import { type Said, saidBy } from "./quantifiers";
import { argumentRow } from "./summaries";
import { ALL_RULES, type RuleMask } from "./taints";
import type { Unit } from "./unit";
import type { Value } from "./values";

/** A text does not match an expression. */
export function unmatched(unit: Unit, called: Called, { value, against }: Check): void {
  const at = (part: number | "this"): number =>
    part === "this" ? childIn(unit.document.tree, called.callee, Role.Object) : argumentRow(called, part);
  const [row, other] = [at(value), against === undefined ? -1 : at(against)];
  const view = viewOf(unit, row) ?? { value: row, against: other };
  if (view.value < 0 || view.against < 0) return;
  refusedMatch(
    unit,
    view.value,
    unit.aside(() => unit.value(view.against)),
  );
}

/** A match that was kept under a name or is asked at once: of what, and with what. */
export function viewOf(unit: Unit, row: number): { readonly value: number; readonly against: number } | undefined {
  const { tree, semantics } = unit.document;
  const made = tree.kind[row] === Kind.Identifier ? semantics.initialiserOf(row) : row;
  const called = made < 0 ? undefined : unit.calledAt(made);
  const views = called && effectOf(unit, called, false)?.views;
  if (!called || !views) return undefined;
  const object = childIn(tree, called.callee, Role.Object);
  const against = views.against === "this" ? object : argumentRow(called, views.against);
  return { value: argumentRow(called, views.value), against };
}

/** Nothing of a text matches an expression. */
export function refusedMatch(unit: Unit, row: number, { constant }: Value): void {
  if (constant?.type !== "string") return;
  const text = inSlashes(constant.value);
  const others = /^\(?\[\^((?:[^\]\\]|\\.)+)\]\)?[+*]?$/.exec(text)?.[1];
  if (others !== undefined && !/\\[SDW]/.test(others)) clean(unit, row, withoutOthers(unit, others));
  const some = /\[(?!\^)((?:[^\]\\]|\\.)+)\]/.exec(text)?.[1];
  if (some !== undefined) without(unit, row, some);
  else if (/^\(?(?:\\r|\\n|[\r\n?|])+\)?$/.test(text)) without(unit, row, "\n");
  if (/\\\.\\\.|\.\{2/.test(text)) checked(unit, { kind: "traversal", value: 0 }, row, -1);
}

/** Nothing but some characters are left: a path may still climb where dots and slashes are among them. */
function withoutOthers(unit: Unit, left: string): RuleMask {
  const climbs = left.includes(".") && left.includes("/");
  return climbs ? ALL_RULES & ~unit.program.rulesWithGuard("traversal") : ALL_RULES;
}

/** What shells, and what else reads commands, take for more than text. */
const SPECIAL = /[;&|`$<>"'(){}\n]/g;

/** How classes of characters write a line break, or a range that holds them. */
const BREAK =
  /\\[rnRvs]|\\x0[aAdD]|\\u000[aAdD]|\\(?:x0[0-9]|u000[0-9]|0)-\\(?:x0[bB-fF]|x[1-9a-fA-F]|u000[b-fB-F]|u00[1-9])|\[:cntrl:\]/g;

/** A text has none of some characters. */
function without(unit: Unit, row: number, characters: string): void {
  const written = characters.replace(BREAK, "\n").replace(/\\(.)/g, "$1");
  const special = new Set(written.match(SPECIAL));
  if (special.size >= 3) clean(unit, row, ALL_RULES & ~unit.program.rulesWithGuard("traversal"));
  if (special.has("<")) clean(unit, row, unit.program.rulesWithGuard("html"));
  if (special.has("\n")) clean(unit, row, unit.program.rulesWithGuard("newline"));
  if (special.has("'") || special.has('"')) clean(unit, row, unit.program.rulesWithGuard("quote"));
}

/** None of the characters that a text, or a list, holds is in another text: `strings.ContainsAny(name, ";&|")`. */
export function refusedCharacters(unit: Unit, row: number, of: number): void {
  if (of < 0) return;
  const characters = textsIn(unit, of).join("");
  without(unit, row, characters);
  if (/[\\/]/.test(characters)) cleanOrigins(unit, row, unit.program.rulesWithGuard("traversal"));
}

/** None of some elements is in a text: `any(c in name for c in ";&|")`, `[";", "&"].some((c) => name.includes(c))`. */
export function refusedSome(unit: Unit, called: Called): void {
  const said = saidBy(unit, called);
  if (!said) return;
  const { document } = unit;
  const { tree } = document;
  const { condition, element, of } = said;
  refusedSteps(unit, said);
  const isIn = tree.kind[condition] === Kind.Binary && document.textOf(condition) === "in";
  const asked = tree.kind[condition] === Kind.Call ? unit.calledAt(condition) : undefined;
  const isCall =
    asked?.receiver !== undefined && /^(?:includes|contains|include\?)$/i.test(lastName(document, asked.callee));
  const [part, whole] = isIn
    ? childrenIn(tree, condition)
    : isCall && asked
      ? [asked.arguments[0]?.row, childIn(tree, asked.callee, Role.Object)]
      : [];
  if (part === undefined || whole === undefined || document.textOf(part) !== document.textOf(element)) return;
  without(unit, whole, textsIn(unit, of).join(""));
}

/** None of the parts of a path is a step up: `name.split("/").some((part) => part === "..")`. */
function refusedSteps(unit: Unit, { condition, element, of }: Said): void {
  const { document } = unit;
  const { tree } = document;
  if (tree.kind[condition] !== Kind.Binary || !/^={2,3}$/.test(document.textOf(condition))) return;
  const parts = childrenIn(tree, condition);
  const [step] = parts.filter((part) => document.semantics.constantOf(part)?.type === "string");
  const isStep = step !== undefined && textsIn(unit, step).join() === "..";
  if (isStep && parts.some((part) => document.textOf(part) === document.textOf(element)))
    cleanOrigins(unit, of, unit.program.rulesWithGuard("traversal"));
}

/** The characters, or the texts, that a value is made of. */
function textsIn(unit: Unit, row: number): readonly string[] {
  const { tree, semantics } = unit.document;
  const made = tree.kind[row] === Kind.Identifier ? semantics.initialiserOf(row) : row;
  if (made < 0) return [];
  const kind = tree.kind[made];
  const rows = kind === Kind.Array || kind === Kind.Tuple || kind === Kind.Set ? childrenIn(tree, made) : [made];
  return rows.flatMap((each) => {
    const constant = semantics.constantOf(each);
    return constant?.type === "string" ? [constant.value] : [];
  });
}
